package io.orderjourney.order.orders;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.orders.PickupOffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer ordered, and what happened to it at SALES. The record holds facts only; its state follows from them.
 *
 * @param journeyId the id of the journey that the order begins; an order has no other
 * @param number the number people use, unique per shop
 * @param language BCP 47 language of the customer
 * @param pickupPoint code of the counter where the goods will be handed over
 * @param pickupOffer the pickup day that the customer chose at checkout
 * @param callAttempts confirmation calls made so far
 * @param version counts the changes
 */
public record Order(
        UUID journeyId,
        String number,
        UUID customerId,
        String language,
        PaymentMethod payment,
        String pickupPoint,
        List<OrderLine> lines,
        Money total,
        @Nullable PickupOffer pickupOffer,
        Instant placedAt,
        int callAttempts,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant completedAt,
        long version) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** Derived, never set. */
    public OrderState state() {
        if (completedAt != null) {
            return OrderState.COMPLETED;
        }
        return confirmedAt == null ? OrderState.PLACED : OrderState.CONFIRMED;
    }

    /**
     * The order after one more confirmation call that did not confirm it.
     *
     * @throws TransitionNotAllowed if there is nothing left to confirm
     */
    public Order callAttempted() {
        requirePlaced("be called for confirmation");
        return with(callAttempts + 1, confirmedBy, confirmedAt, completedAt);
    }

    /**
     * The order, confirmed by a call that reached the customer.
     *
     * @throws TransitionNotAllowed if it was confirmed before
     */
    public Order confirmed(String by, Instant at) {
        requirePlaced("become CONFIRMED");
        return with(callAttempts + 1, by, at, completedAt);
    }

    /**
     * The order whose goods the customer holds.
     *
     * @throws TransitionNotAllowed if it was never confirmed, or completed before
     */
    public Order completed(Instant at) {
        if (state() != OrderState.CONFIRMED) {
            throw new TransitionNotAllowed(state(), "become COMPLETED");
        }
        return with(callAttempts, confirmedBy, confirmedAt, at);
    }

    private void requirePlaced(String wanted) {
        if (state() != OrderState.PLACED) {
            throw new TransitionNotAllowed(state(), wanted);
        }
    }

    private Order with(
            int newCallAttempts,
            @Nullable String newConfirmedBy,
            @Nullable Instant newConfirmedAt,
            @Nullable Instant newCompletedAt) {
        return new Order(
                journeyId,
                number,
                customerId,
                language,
                payment,
                pickupPoint,
                lines,
                total,
                pickupOffer,
                placedAt,
                newCallAttempts,
                newConfirmedBy,
                newConfirmedAt,
                newCompletedAt,
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
            super("An order that is " + from + " cannot " + wanted);
        }
    }
}
