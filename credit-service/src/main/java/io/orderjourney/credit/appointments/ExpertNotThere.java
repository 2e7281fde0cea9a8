package io.orderjourney.credit.appointments;

/** Nobody signs with an expert who is not at the pickup point. */
public final class ExpertNotThere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ExpertNotThere() {
        super("This expert is not on today's roster of the pickup point, or has not checked in");
    }
}
