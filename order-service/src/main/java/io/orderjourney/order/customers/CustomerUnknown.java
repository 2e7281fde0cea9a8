package io.orderjourney.order.customers;

import java.util.UUID;

/** There is no customer with this id. */
public final class CustomerUnknown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CustomerUnknown(UUID id) {
        super("There is no customer " + id);
    }
}
