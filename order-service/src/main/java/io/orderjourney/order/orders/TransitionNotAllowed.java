package io.orderjourney.order.orders;

/** The order cannot go from where it stands to where somebody wants it. */
public final class TransitionNotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TransitionNotAllowed(String from, String wanted) {
        super("An order that is " + from + " cannot be " + wanted);
    }
}
