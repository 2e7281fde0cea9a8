package io.orderjourney.order.orders;

import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PickupOffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered, and what happened to it at SALES. The record holds facts only; its state follows from them.
 *
 * @param journeyId the id of the journey that the order begins; an order has no other
 * @param number the number people use, unique per shop
 * @param language BCP 47 language of the customer
 * @param payment how the customer pays, as they chose last
 * @param deliveryMethod how the goods reach the customer; the address of a delivery is with their contact
 * @param pickupPoint code of the counter where the goods will be handed over, or of the warehouse that sends them
 * @param pickupOffer the pickup day that the customer chose at checkout
 * @param callAttempts confirmation calls made so far
 * @param unansweredCalls those of them that nobody answered since the customer was last reached
 * @param approved what the bank lends, as it said last; absent as long as it lends nothing
 * @param progress how far it has come at the other desks; learned from them, so that it counts as no change
 * @param ended how the journey ended and when; absent while it is open
 * @param version counts the changes
 */
public record Order(
        UUID journeyId,
        String number,
        UUID customerId,
        String language,
        PaymentMethod payment,
        DeliveryMethod deliveryMethod,
        String pickupPoint,
        List<OrderLine> lines,
        Money total,
        @Nullable PickupOffer pickupOffer,
        Instant placedAt,
        int callAttempts,
        int unansweredCalls,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Money approved,
        Progress progress,
        @Nullable JourneyEnded ended,
        long version) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** Derived, never set. */
    public OrderState state() {
        if (ended != null) {
            return OrderState.of(ended.end());
        }
        return confirmedAt == null ? OrderState.PLACED : OrderState.CONFIRMED;
    }

    /** Whether the journey goes on. */
    public boolean isOpen() {
        return ended == null;
    }

    /**
     * Whether SALES called often enough: from now on it is the customer's turn.
     *
     * @param unansweredCallsMax so many calls in a row are enough, as the shop's policy says
     */
    public boolean isHardToReach(int unansweredCallsMax) {
        return unansweredCalls >= unansweredCallsMax;
    }

    /**
     * The order after one more confirmation call that nobody answered.
     *
     * @throws TransitionNotAllowed if there is nothing left to confirm
     */
    public Order callUnanswered() {
        requirePlaced("be called for confirmation");
        return with(payment, callAttempts + 1, unansweredCalls + 1, confirmedBy, confirmedAt, ended);
    }

    /**
     * The order after one more confirmation call, in which the customer asked for another one.
     *
     * @throws TransitionNotAllowed if there is nothing left to confirm
     */
    public Order callPostponed() {
        requirePlaced("be called for confirmation");
        return with(payment, callAttempts + 1, 0, confirmedBy, confirmedAt, ended);
    }

    /**
     * The order, confirmed by a call that reached the customer.
     *
     * @throws TransitionNotAllowed if it was confirmed before
     */
    public Order confirmed(String by, Instant at) {
        requirePlaced("become CONFIRMED");
        return with(payment, callAttempts + 1, 0, by, at, ended);
    }

    /**
     * The order, confirmed by the customer without a call.
     *
     * @throws TransitionNotAllowed if it was confirmed before
     */
    public Order confirmedByCustomer(String by, Instant at) {
        requirePlaced("become CONFIRMED");
        return with(payment, callAttempts, unansweredCalls, by, at, ended);
    }

    /**
     * The order that the customer pays at the counter instead of on credit.
     *
     * @throws TransitionNotAllowed if its journey is over, or it is not on credit
     */
    public Order paidOnPickup() {
        requireOpen("be paid ON_PICKUP");
        if (payment != PaymentMethod.CREDIT) {
            throw new TransitionNotAllowed("An order that is paid " + payment + " cannot change to ON_PICKUP");
        }
        return with(PaymentMethod.ON_PICKUP, callAttempts, unansweredCalls, confirmedBy, confirmedAt, ended);
    }

    /** The order with what the bank lends. Its own version, for a command decided on another amount must not pass. */
    public Order approvedFor(Money amount) {
        return with(lines, total, amount, progress, version + 1);
    }

    /** The order with other lines, at a price that {@link LinesPolicy} allows. */
    Order withLines(List<OrderLine> newLines, Money newTotal) {
        return with(newLines, newTotal, approved, progress, version + 1);
    }

    /** The order, which came so far at another desk. */
    public Order with(Progress learned) {
        return with(lines, total, approved, learned, version);
    }

    private Order with(
            List<OrderLine> newLines,
            Money newTotal,
            @Nullable Money newApproved,
            Progress newProgress,
            long newVersion) {
        return new Order(
                journeyId,
                number,
                customerId,
                language,
                payment,
                deliveryMethod,
                pickupPoint,
                newLines,
                newTotal,
                pickupOffer,
                placedAt,
                callAttempts,
                unansweredCalls,
                confirmedBy,
                confirmedAt,
                newApproved,
                newProgress,
                ended,
                newVersion);
    }

    /** The most that the bank lends, as far as it is known: what it approved, or was asked for; empty before it was asked. */
    Optional<Money> creditLimit() {
        return Optional.ofNullable(approved == null ? progress.asked() : approved);
    }

    /** What the customer has to pay besides the credit; empty if the bank lends all of it, or has not decided. */
    public Optional<Money> rest() {
        if (payment != PaymentMethod.CREDIT || approved == null || approved.amountMinor() >= total.amountMinor()) {
            return Optional.empty();
        }
        return Optional.of(new Money(total.amountMinor() - approved.amountMinor(), total.currency()));
    }

    /** Whether a courier brings the goods. */
    public boolean byCourier() {
        return deliveryMethod == DeliveryMethod.COURIER;
    }

    /**
     * The order whose journey is over. Goods leave the shop, or are ready for the customer, only after the order was
     * confirmed; only a parcel comes back.
     *
     * @throws TransitionNotAllowed if it ended before, or cannot end so
     */
    public Order ended(JourneyEnd end, Instant at) {
        requireOpen("become " + end);
        boolean afterConfirmation = end == JourneyEnd.COMPLETED || end == JourneyEnd.NOT_COLLECTED;
        boolean comesBack = end == JourneyEnd.RETURNED;
        if ((comesBack && !byCourier()) || ((afterConfirmation || comesBack) && confirmedAt == null)) {
            throw new TransitionNotAllowed(state(), "become " + end);
        }
        return with(payment, callAttempts, unansweredCalls, confirmedBy, confirmedAt, new JourneyEnded(end, at));
    }

    /** @throws TransitionNotAllowed if the journey is over, naming the state and what was wanted */
    public void requireOpen(String wanted) {
        if (!isOpen()) {
            throw new TransitionNotAllowed(state(), wanted);
        }
    }

    private void requirePlaced(String wanted) {
        if (state() != OrderState.PLACED) {
            throw new TransitionNotAllowed(state(), wanted);
        }
    }

    private Order with(
            PaymentMethod newPayment,
            int newCallAttempts,
            int newUnansweredCalls,
            @Nullable String newConfirmedBy,
            @Nullable Instant newConfirmedAt,
            @Nullable JourneyEnded newEnded) {
        return new Order(
                journeyId,
                number,
                customerId,
                language,
                newPayment,
                deliveryMethod,
                pickupPoint,
                lines,
                total,
                pickupOffer,
                placedAt,
                newCallAttempts,
                newUnansweredCalls,
                newConfirmedBy,
                newConfirmedAt,
                approved,
                progress,
                newEnded,
                version + 1);
    }

    /** There is no order of this journey. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID journeyId) {
            super("There is no order " + journeyId);
        }
    }

    /** Another order has this number already. */
    public static final class NumberTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NumberTaken() {
            super("Another order has this number already");
        }
    }

    /** The order cannot leave its state in this way. */
    public static final class TransitionNotAllowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TransitionNotAllowed(OrderState from, String wanted) {
            this("An order that is " + from + " cannot " + wanted);
        }

        private TransitionNotAllowed(String why) {
            super(why);
        }
    }
}
