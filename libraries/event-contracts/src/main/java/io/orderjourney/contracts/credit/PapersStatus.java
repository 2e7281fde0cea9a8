package io.orderjourney.contracts.credit;

/** Where the bank says its papers are. */
public enum PapersStatus {
    /** On their way to the pickup point. */
    SENT,
    /** Handed over at the pickup point, as the bank sees it: no proof that anybody there has them. */
    DELIVERED
}
