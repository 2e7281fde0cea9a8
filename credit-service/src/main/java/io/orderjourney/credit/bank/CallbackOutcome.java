package io.orderjourney.credit.bank;

/** What became of something that the bank told us. */
public enum CallbackOutcome {
    /** It was news, and what follows from it is done. */
    RECORDED,
    /** We knew it: nothing changed. */
    KNOWN,
    /** We have no such application: it is kept aside for people. */
    UNKNOWN_REFERENCE
}
