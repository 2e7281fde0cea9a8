package io.orderjourney.order.orders;

/** A customer who wants to be called later says when; nobody else does. */
public final class CallReportIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CallReportIncomplete() {
        super("CALL_LATER, and only that, needs the time at which the customer wants to be called");
    }
}
