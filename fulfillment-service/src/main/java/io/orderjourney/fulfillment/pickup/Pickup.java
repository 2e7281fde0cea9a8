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
 * @param orderNumber the number people use
 * @param language in which the customer is told things, BCP 47
 * @param notifiedReadiness the readiness the customer was last told of; 0 for none
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

    public boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** The customer knows that he can come, and it is still true. */
    public boolean isNotified() {
        return board.isReady() && notifiedReadiness == board.readiness();
    }

    /** A gate's fact happened. After the hand-over it is of no interest any more. */
    public Decision<Pickup> gateOpened(Gate gate, Instant at) {
        return isHandedOver() ? Decision.unchanged(this) : changed(board.opened(gate, at));
    }

    /** A gate's fact is no longer true. After the hand-over it is of no interest any more. */
    public Decision<Pickup> gateClosed(Gate gate, String why, Instant at) {
        return isHandedOver() ? Decision.unchanged(this) : changed(board.closed(gate, why, at));
    }

    /**
     * Somebody at the counter closes a gate.
     *
     * @throws PickupRefused if the goods are gone, the order has no such gate, or it is closed
     */
    public void requireClosable(Gate gate) {
        requireHere("closed");
        requireGate(gate);
        if (!board.isOpen(gate)) {
            throw new PickupRefused("Gate " + gate + " is closed already");
        }
    }

    /**
     * Somebody at the counter opens a gate again that was closed there. By hand nobody opens a gate whose own fact never
     * happened.
     *
     * @throws PickupRefused if it is not a gate that was open before and is closed now
     */
    public void requireReopenable(Gate gate) {
        requireHere("opened");
        requireGate(gate);
        if (board.isOpen(gate)) {
            throw new PickupRefused("Gate " + gate + " is open already");
        }
        if (!board.state(gate).wasOpen()) {
            throw new PickupRefused("Gate " + gate + " never was open: only what it waits for opens it");
        }
    }

    /** The customer was told of a readiness; of a void one, or of an old one, it means nothing. */
    public Pickup told(int readiness) {
        boolean current = board.isReady() && readiness == board.readiness() && !isHandedOver();
        return current && notifiedReadiness != readiness ? with(board, readiness, handedOverAt, handedOverBy) : this;
    }

    /**
     * The goods change hands.
     *
     * @throws GatesClosed as long as one is closed
     * @throws PickupRefused if the customer has them already
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
                ? new Decision<>(with(decision.state(), notifiedReadiness, handedOverAt, handedOverBy), decision.facts())
                : Decision.unchanged(this);
    }

    private void requireHere(String wanted) {
        if (isHandedOver()) {
            throw new PickupRefused("The goods were handed over: nothing can be " + wanted + " any more");
        }
    }

    private void requireGate(Gate gate) {
        if (!board.gates().containsKey(gate)) {
            throw new PickupRefused("An order paid " + payment + " has no gate " + gate);
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
