package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.fulfillment.supply.GoodsParts;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
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
 * @param total what the order costs; null for an order from before this was known here
 * @param rest what is paid at the counter besides the credit before the goods leave it; null for nothing
 * @param creditRefused the bank refused, and the customer has not chosen how to go on: the goods stay reserved, nothing is
 *     promised
 * @param inParts the customer collects what is here before the rest comes
 * @param notifiedReadiness the readiness that the customer was last notified of; 0 for none
 * @param extendedReadiness the readiness whose storage was extended; 0 for none
 * @param handedOverAt when the goods left the counter; null before
 * @param end how the journey ended before the goods were handed over; null if it did not
 * @param version counts the changes
 */
public record Pickup(
        UUID orderId,
        String orderNumber,
        UUID customerId,
        String language,
        PaymentMethod payment,
        @Nullable Money total,
        Instant placedAt,
        GateBoard board,
        @Nullable Money rest,
        boolean creditRefused,
        boolean inParts,
        int notifiedReadiness,
        int extendedReadiness,
        @Nullable Instant handedOverAt,
        @Nullable String handedOverBy,
        @Nullable JourneyEnd end,
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

    /** An order as it comes: every gate is closed. */
    public static Pickup placed(
            UUID orderId,
            String orderNumber,
            UUID customerId,
            String language,
            PaymentMethod payment,
            @Nullable Money total,
            Instant placedAt,
            String pickupPoint,
            boolean inParts) {
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                payment,
                total,
                placedAt,
                GateBoard.of(pickupPoint, payment),
                null,
                false,
                inParts,
                0,
                0,
                null,
                null,
                null,
                1);
    }

    /** Some goods are handed over before the others, or were. */
    public boolean isInParts(GoodsParts goods) {
        return goods.hasBegun() || (inParts && goods.isSplit());
    }

    /** What is here is all that the customer waits for, or they take it before the rest comes. */
    public boolean isServedBy(GoodsParts goods) {
        return !goods.here().isEmpty() && (inParts || goods.coming().isEmpty());
    }

    public boolean isHandedOver() {
        return handedOverAt != null;
    }

    /** The code of the point at which the goods are collected. */
    public String pickupPoint() {
        return board.pickupPoint();
    }

    /** Nothing happens here any more: the goods were handed over, or the journey ended without them. */
    public boolean isClosed() {
        return isHandedOver() || end != null;
    }

    /** The customer was notified that they can come, and it is still true. */
    public boolean isNotified() {
        return board.isReady() && notifiedReadiness == board.readiness();
    }

    /**
     * Other lines of the order are here than before: the gate of the goods follows.
     *
     * @param what happened to the goods
     */
    public Decision<Pickup> goodsMoved(GoodsParts goods, String what, Instant at) {
        return isServedBy(goods)
                ? gateOpened(Gate.GOODS_AT_PICKUP_POINT, at)
                : gateClosed(Gate.GOODS_AT_PICKUP_POINT, what, at);
    }

    /** What a gate waits for happened. Once the pickup is closed it no longer matters. */
    public Decision<Pickup> gateOpened(Gate gate, Instant at) {
        return isClosed() ? Decision.unchanged(this) : changed(board.opened(gate, at));
    }

    /** What a gate stands for is no longer true. Once the pickup is closed it no longer matters. */
    public Decision<Pickup> gateClosed(Gate gate, String why, Instant at) {
        return isClosed() ? Decision.unchanged(this) : changed(board.closed(gate, why, at));
    }

    /**
     * The counter may close a gate.
     *
     * @throws Refused if the pickup is closed, the order has no such gate, or it is closed
     */
    public void requireClosable(Gate gate) {
        requireHere("closed");
        requireGate(gate);
        if (!board.isOpen(gate)) {
            throw new Refused("Gate " + gate + " is closed already");
        }
    }

    /**
     * The counter may open a gate again that was closed there. A gate that never was open is not opened by hand, and neither
     * is one of the credit desk: what the counter found missing, credit finds again.
     *
     * @throws Refused if it is not a gate of the shop that was open before and is closed now
     */
    public void requireReopenable(Gate gate) {
        requireHere("opened");
        requireGate(gate);
        GateState state = board.state(gate);
        if (state.isOpen()) {
            throw new Refused("Gate " + gate + " is open already");
        }
        if (!state.wasOpen()) {
            throw new Refused("Gate " + gate + " was never open: only what it waits for opens it");
        }
        if (GateBoard.ownerOf(gate) == Desk.CREDIT) {
            throw new Refused("Gate " + gate + " belongs to CREDIT and is closed (" + state.closeReason()
                    + "): it opens when CREDIT reports it, not by hand");
        }
    }

    /** The customer was notified of a readiness; of a withdrawn one it means nothing. */
    public Pickup notified(int readiness) {
        boolean current = board.isReady() && readiness == board.readiness() && !isClosed();
        return current && notifiedReadiness != readiness ? with(readiness, extendedReadiness) : this;
    }

    /**
     * The goods are stored for longer, on the customer's wish.
     *
     * @throws Refused before the customer was notified, for the second time, and once the pickup is closed
     */
    public Pickup storageExtended() {
        requireHere("stored for longer");
        if (!isNotified()) {
            throw new Refused(
                    "The customer was not told yet that the goods are ready: there is no storage time to extend");
        }
        if (extendedReadiness == board.readiness()) {
            throw new Refused("The storage time was extended before, and it is extended once");
        }
        return with(notifiedReadiness, board.readiness());
    }

    /**
     * The bank refused: the goods stay reserved, and what was signed is void. Of an order that is not paid on credit it means
     * nothing.
     */
    public Decision<Pickup> creditRefused(Instant at) {
        if (isClosed() || payment != PaymentMethod.CREDIT || creditRefused) {
            return Decision.unchanged(this);
        }
        Decision<GateBoard> closed = board.closed(Gate.AGREEMENT_SIGNED, "the bank refused the credit", at);
        return new Decision<>(with(closed.state(), payment, true, inParts, rest), closed.facts());
    }

    /** The customer pays so much at the counter, besides the credit; of an order that is not paid on credit it means nothing. */
    public Pickup restAgreed(Money amount) {
        return isClosed() || payment != PaymentMethod.CREDIT || amount.equals(rest)
                ? this
                : with(board, payment, creditRefused, inParts, amount);
    }

    /** The rest was paid at the counter, or the bank lends it after all. */
    public Pickup restPaid() {
        return rest == null || isClosed() ? this : with(board, payment, creditRefused, inParts, null);
    }

    /** The order costs another amount; what the bank lends of it stays the same, and the rest is what is left. */
    public Pickup repriced(Money now) {
        Money due = rest;
        if (due != null && total != null) {
            long left = due.amountMinor() + now.amountMinor() - total.amountMinor();
            due = left > 0 ? new Money(left, now.currency()) : null;
        }
        return with(now, board, payment, creditRefused, inParts, due);
    }

    /** The bank approved after it had refused. */
    public Pickup creditApproved() {
        return isClosed() || !creditRefused ? this : with(board, payment, false, inParts, rest);
    }

    /** The customer pays in another way; the gates are those of that way. */
    public Decision<Pickup> paid(PaymentMethod other, Instant at) {
        if (isClosed() || other == payment) {
            return Decision.unchanged(this);
        }
        Decision<GateBoard> gates = board.paid(other, at);
        return new Decision<>(with(gates.state(), other, false, inParts, rest), gates.facts());
    }

    /** The journey ended. What was handed over before stays handed over. */
    public Decision<Pickup> ended(JourneyEnd how, Instant at) {
        if (isClosed()) {
            return Decision.unchanged(this);
        }
        Decision<GateBoard> released = board.released("the journey ended: " + how, at);
        return new Decision<>(with(released.state(), handedOverAt, handedOverBy, how), released.facts());
    }

    /**
     * The goods change hands.
     *
     * @throws GatesClosed while one is closed
     * @throws Refused if the customer has them already, or the journey ended without them
     */
    public Decision<Pickup> handedOver(String by, Instant at) {
        requireHandOver();
        return new Decision<>(
                with(board, at, by, end),
                List.of(new Fact<>(EventTypes.GOODS_HANDED_OVER, new GoodsHandedOver(board.pickupPoint(), by, at))));
    }

    /** As {@link #handedOver} refuses. */
    void requireHandOver() {
        requireHere("handed over");
        if (!board.isReady()) {
            throw new GatesClosed(board.closedGates());
        }
        if (rest != null && payment == PaymentMethod.CREDIT) {
            throw new RestNotPaid(rest);
        }
    }

    /**
     * The pickup still goes on.
     *
     * @param wanted what was to be done with the goods, as in "can be handed over"
     * @throws Refused if it is closed, naming how
     */
    public void requireHere(String wanted) {
        if (isHandedOver()) {
            throw new Refused("The goods were handed over: nothing can be " + wanted + " any more");
        }
        if (end != null) {
            throw new Refused("The journey ended (" + end + "): nothing can be " + wanted + " any more");
        }
    }

    private void requireGate(Gate gate) {
        if (!board.gates().containsKey(gate)) {
            throw new Refused("An order paid " + payment + " has no gate " + gate);
        }
    }

    private Decision<Pickup> changed(Decision<GateBoard> decision) {
        return decision.isChange()
                ? new Decision<>(with(decision.state(), inParts), decision.facts())
                : Decision.unchanged(this);
    }

    /** The same order with other gates, collected in parts or together. */
    Pickup with(GateBoard gates, boolean parts) {
        return with(gates, payment, creditRefused, parts, rest);
    }

    private Pickup with(GateBoard gates, PaymentMethod paid, boolean refused, boolean parts, @Nullable Money due) {
        return with(total, gates, paid, refused, parts, due);
    }

    private Pickup with(
            @Nullable Money costs,
            GateBoard gates,
            PaymentMethod paid,
            boolean refused,
            boolean parts,
            @Nullable Money due) {
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                paid,
                costs,
                placedAt,
                gates,
                due,
                refused,
                parts,
                notifiedReadiness,
                extendedReadiness,
                handedOverAt,
                handedOverBy,
                end,
                version + 1);
    }

    private Pickup with(int notified, int extended) {
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                payment,
                total,
                placedAt,
                board,
                rest,
                creditRefused,
                inParts,
                notified,
                extended,
                handedOverAt,
                handedOverBy,
                end,
                version + 1);
    }

    private Pickup with(GateBoard gates, @Nullable Instant at, @Nullable String by, @Nullable JourneyEnd how) {
        return new Pickup(
                orderId,
                orderNumber,
                customerId,
                language,
                payment,
                total,
                placedAt,
                gates,
                rest,
                creditRefused,
                inParts,
                notifiedReadiness,
                extendedReadiness,
                at,
                by,
                how,
                version + 1);
    }
}
