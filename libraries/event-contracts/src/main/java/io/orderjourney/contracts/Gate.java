package io.orderjourney.contracts;

/** One precondition of handing the goods over; readiness = all gates of the order are open. */
public enum Gate {
    /** The confirmation call reached the customer. */
    ORDER_CONFIRMED,
    /** Every line lies reserved at the counter. */
    GOODS_AT_PICKUP_POINT,
    /** The credit agreement is signed. */
    AGREEMENT_SIGNED,
    /** The bank's papers are checked in. */
    BANK_PAPERS
}
