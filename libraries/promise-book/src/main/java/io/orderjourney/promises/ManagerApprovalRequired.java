package io.orderjourney.promises;

/** A promise is rescheduled once without a manager, by its desk or by the system; the next time is a manager's decision. */
public final class ManagerApprovalRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ManagerApprovalRequired(Promise promise) {
        super("This " + promise.kind() + " of " + promise.desk()
                + " was rescheduled before: a second time needs a manager");
    }
}
