package io.orderjourney.order.orders;

/** Nobody can be called again at a time that is over. */
public final class CallAgainPast extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallAgainPast() {
        super("The time at which the customer wants to be called is over");
    }
}
