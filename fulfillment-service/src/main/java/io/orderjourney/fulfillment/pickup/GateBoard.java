package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.OpenGate;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gates of one order. "Ready for pickup" is never set: it follows when the last gate opens, and is withdrawn the
 * moment one closes. This is the only place that says either.
 *
 * @param pickupPoint where the goods are handed over
 * @param gates the gates that this order has, each with its state
 * @param readiness how often the order became ready
 */
public record GateBoard(String pickupPoint, Map<Gate, GateState> gates, int readiness) {

    private static final Set<Gate> PAID_AT_THE_COUNTER = Set.of(Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT);
    /** The payment confirmed the order: only the goods are waited for. */
    private static final Set<Gate> PAID_BEFORE = Set.of(Gate.GOODS_AT_PICKUP_POINT);

    private static final Set<Gate> ON_CREDIT = Set.of(Gate.values());

    /** @throws IllegalArgumentException without any gate: nothing would keep such an order from being ready */
    public GateBoard {
        if (gates.isEmpty()) {
            throw new IllegalArgumentException("An order has gates");
        }
        gates = Map.copyOf(gates);
    }

    /** The gates of an order that is paid in this way, all closed. */
    public static GateBoard of(String pickupPoint, PaymentMethod payment) {
        Map<Gate, GateState> closed = new EnumMap<>(Gate.class);
        gatesOf(payment).forEach(gate -> closed.put(gate, GateState.NEVER_OPENED));
        return new GateBoard(pickupPoint, closed, 0);
    }

    /** Which gates an order has that is paid in this way. */
    public static Set<Gate> gatesOf(PaymentMethod payment) {
        return switch (payment) {
            case CREDIT -> ON_CREDIT;
            case ON_PICKUP -> PAID_AT_THE_COUNTER;
            case PREPAID -> PAID_BEFORE;
        };
    }

    /** Whose finding opens and closes the gate. What belongs to credit, nobody opens by hand at the counter. */
    public static Desk ownerOf(Gate gate) {
        return switch (gate) {
            case ORDER_CONFIRMED -> Desk.SALES;
            case GOODS_AT_PICKUP_POINT -> Desk.PICKUP_POINT;
            case AGREEMENT_SIGNED, BANK_PAPERS -> Desk.CREDIT;
        };
    }

    /** Every gate is open. */
    public boolean isReady() {
        return gates.values().stream().allMatch(GateState::isOpen);
    }

    public boolean isOpen(Gate gate) {
        return state(gate).isOpen();
    }

    /** The state of a gate; one that the order does not have never opens. */
    public GateState state(Gate gate) {
        return gates.getOrDefault(gate, GateState.NEVER_OPENED);
    }

    /** The gates that keep the goods at the counter, in their natural order. */
    public List<Gate> closedGates() {
        return gates.keySet().stream().filter(gate -> !isOpen(gate)).sorted().toList();
    }

    /** When the last gate opened; null unless ready. */
    public @Nullable Instant readyAt() {
        return isReady()
                ? gates.values().stream()
                        .map(GateState::openedAt)
                        .max(Instant::compareTo)
                        .orElse(null)
                : null;
    }

    /** What a gate waited for happened. Opening an open gate, or one that the order does not have, changes nothing. */
    public Decision<GateBoard> opened(Gate gate, Instant at) {
        if (!gates.containsKey(gate) || isOpen(gate)) {
            return Decision.unchanged(this);
        }
        GateBoard after = with(gate, GateState.openSince(at), readiness);
        List<Fact<?>> facts = new ArrayList<>();
        facts.add(new Fact<>(EventTypes.GATE_OPENED, new GateOpened(gate, at)));
        if (after.isReady()) {
            after = new GateBoard(pickupPoint, after.gates, readiness + 1);
            facts.add(new Fact<>(EventTypes.READY_FOR_PICKUP, after.ready(at)));
        }
        return new Decision<>(after, facts);
    }

    /** A gate closes; a customer who was told to come must be stopped. Closing a closed gate changes nothing. */
    public Decision<GateBoard> closed(Gate gate, String why, Instant at) {
        if (!isOpen(gate)) {
            return Decision.unchanged(this);
        }
        GateBoard after = with(gate, state(gate).closed(at, why), readiness);
        List<Fact<?>> facts = new ArrayList<>();
        facts.add(new Fact<>(EventTypes.GATE_CLOSED, new GateClosed(gate, why, at)));
        if (isReady()) {
            facts.add(new Fact<>(
                    EventTypes.READINESS_WITHDRAWN, new ReadinessWithdrawn(pickupPoint, readiness, gate, why, at)));
        }
        return new Decision<>(after, facts);
    }

    /** The order is ready as before, and it is said again, because other goods of it are here now; empty unless ready. */
    List<Fact<?>> stillReady() {
        return readyAt() == null ? List.of() : List.of(new Fact<>(EventTypes.READY_FOR_PICKUP, ready(readyAt())));
    }

    /**
     * The order is paid in another way: its gates are those of that way, and a gate that stays keeps its state. That may make
     * it ready, or take its readiness away.
     */
    public Decision<GateBoard> paid(PaymentMethod payment, Instant at) {
        Map<Gate, GateState> kept = new EnumMap<>(Gate.class);
        gatesOf(payment).forEach(gate -> kept.put(gate, state(gate)));
        GateBoard after = new GateBoard(pickupPoint, kept, readiness);
        if (!isReady() && after.isReady()) {
            after = new GateBoard(pickupPoint, kept, readiness + 1);
            return new Decision<>(after, List.of(new Fact<>(EventTypes.READY_FOR_PICKUP, after.ready(at))));
        }
        if (isReady() && !after.isReady()) {
            Gate closed = after.closedGates().get(0);
            return new Decision<>(
                    after,
                    List.of(new Fact<>(
                            EventTypes.READINESS_WITHDRAWN,
                            new ReadinessWithdrawn(pickupPoint, readiness, closed, "paid in another way", at))));
        }
        return new Decision<>(after, List.of());
    }

    /** The journey ended and the goods go back: nobody is on the way any more, so no readiness is withdrawn. */
    Decision<GateBoard> released(String why, Instant at) {
        Gate goods = Gate.GOODS_AT_PICKUP_POINT;
        return isOpen(goods)
                ? new Decision<>(
                        with(goods, state(goods).closed(at, why), readiness),
                        List.of(new Fact<>(EventTypes.GATE_CLOSED, new GateClosed(goods, why, at))))
                : Decision.unchanged(this);
    }

    private ReadyForPickup ready(Instant at) {
        List<OpenGate> open = gates.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new OpenGate(entry.getKey(), openedAt(entry.getKey(), entry.getValue())))
                .toList();
        return new ReadyForPickup(pickupPoint, readiness, open, at);
    }

    /** A closed gate among them ends the attempt to say "ready". */
    private static Instant openedAt(Gate gate, GateState state) {
        Instant openedAt = state.openedAt();
        if (openedAt == null || !state.isOpen()) {
            throw new IllegalStateException("Not ready: gate " + gate + " is closed");
        }
        return openedAt;
    }

    private GateBoard with(Gate gate, GateState state, int newReadiness) {
        Map<Gate, GateState> changed = new EnumMap<>(gates);
        changed.put(gate, state);
        return new GateBoard(pickupPoint, changed, newReadiness);
    }
}
