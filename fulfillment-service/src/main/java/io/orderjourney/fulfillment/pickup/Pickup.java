package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order on its way to the counter.
 *
 * @param orderId also the id of the journey
 * @param orderNumber the number that people use
 * @param language of the customer, BCP 47
 * @param notifiedReadiness the readiness that the customer was last notified of; 0 for none
 * @param handedOverAt when the goods left the counter; null before
 * @param version counts the changes
 */
public record Pickup(
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String language,
        PaymentMethod payment,
        Instant placedAt,
        GateBoard board,
        int notifiedReadiness,
        @Nullable Instant handedOverAt,
        @Nullable String handedOverBy,
        long version) {

    /** No order of this id is picked up here. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID orderId) {
            super("There is no pickup of an order " + orderId);
        }
    }

    /** The request does not fit the state of the order; the message names both. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }

    /** The goods stay at the counter while a gate is closed. */
    public static final class GatesClosed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final List<Gate> closedGates;

        GatesClosed(List<Gate> closedGates) {
            super("The goods cannot be handed over while a gate is closed");
            this.closedGates = List.copyOf(closedGates);
        }

        public List<Gate> closedGates() {
            return closedGates;
        }
    }

    public boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** The customer was notified that they can come, and it is still true. */
    public boolean isNotified() {
        return board.isReady() && notifiedReadiness == board.readiness();
    }

    /** What a gate waits for happened. After the hand-over it no longer matters. */
    public Decision<Pickup> gateOpened(Gate gate, Instant at) {
        return isHandedOver() ? Decision.unchanged(this) : changed(board.opened(gate, at));
    }

    /** What a gate stands for is no longer true. After the hand-over it no longer matters. */
    public Decision<Pickup> gateClosed(Gate gate, String why, Instant at) {
        return isHandedOver() ? Decision.unchanged(this) : changed(board.closed(gate, why, at));
    }

    /**
     * The counter may close a gate.
     *
     * @throws Refused if the goods are gone, the order has no such gate, or it is closed
     */
    public void requireClosable(Gate gate) {
        requireHere("closed");
        requireGate(gate);
        if (!board.isOpen(gate)) {
            throw new Refused("Gate " + gate + " is closed already");
        }
    }

    /**
     * The counter may open a gate again that was closed there. A gate that never was open is not opened by hand.
     *
     * @throws Refused if it is not a gate that was open before and is closed now
     */
    public void requireReopenable(Gate gate) {
        requireHere("opened");
        requireGate(gate);
        if (board.isOpen(gate)) {
            throw new Refused("Gate " + gate + " is open already");
        }
        if (!board.state(gate).wasOpen()) {
            throw new Refused("Gate " + gate + " was never open: only what it waits for opens it");
        }
    }

    /** The customer was notified of a readiness; of a withdrawn one it means nothing. */
    public Pickup notified(int readiness) {
        boolean current = board.isReady() && readiness == board.readiness() && !isHandedOver();
        return current && notifiedReadiness != readiness ? with(board, readiness, handedOverAt, handedOverBy) : this;
    }

    /**
     * The goods change hands.
     *
     * @throws GatesClosed while one is closed
     * @throws Refused if the customer has them already
     */
    public Decision<Pickup> handedOver(String by, Instant at) {
        requireHere("handed over");
        if (!board.isReady()) {
            throw new GatesClosed(board.closedGates());
        }
        return new Decision<>(
                with(board, notifiedReadiness, at, by),
                List.of(new Fact<>(EventTypes.GOODS_HANDED_OVER, new GoodsHandedOver(board.pickupPoint(), by, at))));
    }

    private Decision<Pickup> changed(Decision<GateBoard> decision) {
        return decision.isChange()
                ? new Decision<>(
                        with(decision.state(), notifiedReadiness, handedOverAt, handedOverBy), decision.facts())
                : Decision.unchanged(this);
    }

    private void requireHere(String wanted) {
        if (isHandedOver()) {
            throw new Refused("The goods were handed over: nothing can be " + wanted + " any more");
        }
    }

    private void requireGate(Gate gate) {
        if (!board.gates().containsKey(gate)) {
            throw new Refused("An order paid " + payment + " has no gate " + gate);
        }
    }

    private Pickup with(
            GateBoard newBoard,
            int newToldReadiness,
            @Nullable Instant newHandedOverAt,
            @Nullable String newHandedOverBy) {
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                payment,
                placedAt,
                newBoard,
                newToldReadiness,
                newHandedOverAt,
                newHandedOverBy,
                version + 1);
    }
}
