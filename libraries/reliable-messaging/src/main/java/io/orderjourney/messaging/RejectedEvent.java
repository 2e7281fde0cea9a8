package io.orderjourney.messaging;

/** A record that can never be applied as it is. The detail names the fault and never repeats what the record said. */
final class RejectedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeadLetter.Reason reason;

    RejectedEvent(DeadLetter.Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    DeadLetter.Reason reason() {
        return reason;
    }
}
