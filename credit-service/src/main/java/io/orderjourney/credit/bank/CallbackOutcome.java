package io.orderjourney.credit.bank;

/** What became of a callback of the bank. */
public enum CallbackOutcome {
    /** It is recorded, with what follows from it. */
    RECORDED,
    /** It was known already: nothing changed. */
    UNCHANGED,
    /** We have no such application: it is parked for people. */
    UNKNOWN_REFERENCE
}
