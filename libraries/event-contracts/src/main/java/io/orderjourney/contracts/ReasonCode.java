package io.orderjourney.contracts;

/** Why a promise was rescheduled, or why a date is expected. The cause is for the shop; the customer reads a blame-free text. */
public enum ReasonCode {
    /** The supplier's goods come later. */
    SUPPLIER_LATE,
    /** The courier delivers later. */
    COURIER_LATE,
    /** The workshop needs longer. */
    WORKSHOP_LATE,
    /** The goods are not where they should be. */
    GOODS_MISSING,
    /** The bank needs longer. */
    BANK_LATE,
    /** The bank's papers are not there. */
    PAPERS_MISSING,
    /** The credit expert is not on duty. */
    EXPERT_ABSENT,
    /** The desk could not do it in time. */
    DESK_BUSY,
    /** What the promise waits for slipped. */
    EARLIER_STEP_LATE,
    /** The customer asked for another time. */
    CUSTOMER_ASKED,
    /** The customer could not be reached. */
    CUSTOMER_NOT_REACHED,
    /** The customer did not come. */
    CUSTOMER_DID_NOT_COME,
    /** A partner gave this date. */
    PARTNER_ESTIMATE,
    /** The duty roster gives this date. */
    ROSTER,
    /** The shop's policy gives this date. */
    POLICY
}
