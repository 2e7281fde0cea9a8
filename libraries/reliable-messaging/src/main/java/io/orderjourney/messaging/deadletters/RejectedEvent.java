package io.orderjourney.messaging.deadletters;

/** A record that can never be applied as it is. The detail names the fault and never repeats what the record said. */
public final class RejectedEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final DeadLetter.Reason reason;

    public RejectedEvent(DeadLetter.Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public DeadLetter.Reason reason() {
        return reason;
    }
}
