package io.orderjourney.order.orders.usecase;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wish of a customer to order.
 *
 * @param reference the storefront's own number for the order; it becomes the order's number
 * @param offerToken the signed pickup offer that the customer accepted at checkout
 * @param actor who sends it
 */
public record PlaceOrder(
        @Nullable String reference,
        CustomerContact contact,
        PaymentMethod payment,
        String pickupPoint,
        List<OrderLine> lines,
        Money total,
        @Nullable String offerToken,
        String actor) {}
