package io.orderjourney.order.orders;

/** Another order has this number already. */
public final class OrderNumberTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OrderNumberTaken() {
        super("There is an order with this reference already");
    }
}
