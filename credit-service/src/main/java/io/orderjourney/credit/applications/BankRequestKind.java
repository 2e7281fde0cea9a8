package io.orderjourney.credit.applications;

/** What the bank is told of an application. */
public enum BankRequestKind {
    /** A complete application, to be decided. */
    APPLICATION,
    /** The agreement is signed: it may send its papers. */
    AGREEMENT,
    /** The customer does not take the credit: it may forget the application. */
    WITHDRAWAL
}
