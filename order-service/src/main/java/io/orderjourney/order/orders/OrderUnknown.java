package io.orderjourney.order.orders;

import java.util.UUID;

/** There is no order with this id. */
public final class OrderUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrderUnknown(UUID id) {
        super("There is no order " + id);
    }
}
