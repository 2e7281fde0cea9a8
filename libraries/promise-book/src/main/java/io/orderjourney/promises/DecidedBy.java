package io.orderjourney.promises;

/** Who may reschedule a promise. */
public enum DecidedBy {
    /** The desk that owns it, once per promise. */
    DESK,
    /** A manager, as often as needed. */
    MANAGER,
    /** The customer asked for it; that never counts against the desk. */
    CUSTOMER,
    /** The owner's policy follows a fact (a supplier's ETA, a roster) without a person. */
    POLICY,
    /** The escalation policy, at its last level. */
    SYSTEM
}
