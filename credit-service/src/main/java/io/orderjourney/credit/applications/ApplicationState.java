package io.orderjourney.credit.applications;

import java.util.Set;

/** How far an application is. What may follow is written here and nowhere else. */
public enum ApplicationState {
    /** The order was placed; it is not confirmed with the customer yet. */
    WAITING_FOR_CONFIRMATION(ApplicationStep.CONFIRM),
    /** The credit desk must call the customer. */
    CALL_DUE(ApplicationStep.LOG_CALL, ApplicationStep.COMPLETE),
    /** All that the bank asks for is known. */
    COMPLETE(ApplicationStep.SUBMIT),
    /** The bank has it, or will get it. */
    SUBMITTED(ApplicationStep.RECEIVE_BY_BANK, ApplicationStep.APPROVE, ApplicationStep.REFUSE),
    /** The bank approved; the agreement is not signed yet, and the bank may correct itself. */
    APPROVED(
            ApplicationStep.APPROVE,
            ApplicationStep.REFUSE,
            ApplicationStep.GIVE_UPDATE,
            ApplicationStep.BOOK_APPOINTMENT,
            ApplicationStep.SIGN),
    /** The bank refused; it is the customer's choice how to go on, unless the bank decides again. */
    REFUSED(ApplicationStep.APPROVE),
    /** The agreement is signed; the bank's papers are on their way. */
    SIGNED(ApplicationStep.ANNOUNCE_PAPERS, ApplicationStep.SEARCH_PAPERS, ApplicationStep.CHECK_IN_PAPERS),
    /** The papers lie at the pickup point: the credit desk's part is done, unless they get lost there. */
    PAPERS_IN(ApplicationStep.ANNOUNCE_PAPERS, ApplicationStep.SEARCH_PAPERS),
    /** The journey is over, or goes on without credit. */
    CLOSED;

    private final Set<ApplicationStep> allowed;

    ApplicationState(ApplicationStep... allowed) {
        this.allowed = Set.of(allowed);
    }

    public boolean allows(ApplicationStep step) {
        return allowed.contains(step);
    }

    /** Whatever the bank decides now changes nothing: the agreement is signed, or nobody needs one. */
    public boolean isPastDecisions() {
        return compareTo(SIGNED) >= 0;
    }
}
