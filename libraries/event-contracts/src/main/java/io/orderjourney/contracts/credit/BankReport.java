package io.orderjourney.contracts.credit;

/** What the bank reported. */
public enum BankReport {
    /** It has the application. */
    RECEIVED,
    /** It lends. */
    APPROVED,
    /** It does not lend. */
    REFUSED,
    /** Its papers are on their way. */
    PAPERS_SENT,
    /** Its papers were delivered. */
    PAPERS_DELIVERED
}
