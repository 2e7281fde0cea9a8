package io.orderjourney.credit.bank;

/** What the bank is told. */
public enum BankRequestKind {
    /** A complete application, to be decided. */
    APPLICATION,
    /** The agreement is signed: it may send its papers. */
    AGREEMENT
}
