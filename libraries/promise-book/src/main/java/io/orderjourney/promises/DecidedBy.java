package io.orderjourney.promises;

/** Who may reschedule a promise. */
public enum DecidedBy {
    /** The desk that owns it, unless it or the system did so before. */
    DESK,
    /** A manager, as often as needed. */
    MANAGER,
    /** The customer asked for it; that never counts against the desk. */
    CUSTOMER,
    /** The owner's policy follows a fact (a supplier's ETA, a roster) without a person. */
    POLICY,
    /** The escalation policy, at its last level. */
    SYSTEM;

    /** After one such reschedule the next one is a manager's decision; what a customer, a manager or a fact decides is not. */
    boolean countsAgainstDesk() {
        return this == DESK || this == SYSTEM;
    }
}
