package io.orderjourney.promises;

/** A desk may reschedule a promise once of its own accord; the next reschedule is a manager's decision. */
public final class ManagerApprovalRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ManagerApprovalRequired(Promise promise) {
        super(promise.desk() + " rescheduled this " + promise.kind() + " before: a second reschedule needs a manager");
    }
}
