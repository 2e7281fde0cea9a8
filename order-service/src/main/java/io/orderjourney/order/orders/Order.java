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
 * @param id also the id of the journey
 * @param number the number people use, unique per shop
 * @param language BCP 47 language of the customer
 * @param pickupPoint code of the counter where the goods will be handed over
 * @param pickupOffer the pickup day the customer chose at checkout
 * @param callAttempts confirmation calls made so far
 * @param version counts the changes
 */
public record Order(
        UUID id,
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
    public Order calledInVain() {
        requirePlaced("called in vain");
        return with(callAttempts + 1, confirmedBy, confirmedAt, completedAt);
    }

    /**
     * The order, confirmed by a call that reached the customer.
     *
     * @throws TransitionNotAllowed if it was confirmed before
     */
    public Order confirmed(String by, Instant at) {
        requirePlaced(OrderState.CONFIRMED.name());
        return with(callAttempts + 1, by, at, completedAt);
    }

    /**
     * The order whose goods the customer holds.
     *
     * @throws TransitionNotAllowed if it was never confirmed, or completed before
     */
    public Order completed(Instant at) {
        if (state() != OrderState.CONFIRMED) {
            throw new TransitionNotAllowed(state().name(), OrderState.COMPLETED.name());
        }
        return with(callAttempts, confirmedBy, confirmedAt, at);
    }

    private void requirePlaced(String wanted) {
        if (state() != OrderState.PLACED) {
            throw new TransitionNotAllowed(state().name(), wanted);
        }
    }

    private Order with(
            int newCallAttempts,
            @Nullable String newConfirmedBy,
            @Nullable Instant newConfirmedAt,
            @Nullable Instant newCompletedAt) {
        return new Order(
                id,
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
}
