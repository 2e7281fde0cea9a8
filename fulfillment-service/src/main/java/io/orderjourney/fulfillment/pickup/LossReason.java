package io.orderjourney.fulfillment.pickup;

/** Why a piece that lay reserved for an order cannot be handed over. */
public enum LossReason {
    DAMAGED,
    /** Another article, colour or size than was ordered. */
    WRONG_ITEM,
    /** Something belongs in the box and is not there. */
    INCOMPLETE,
    /** It is not where it should be: stolen, lost, or given to somebody else. */
    MISSING,
    /** The maker calls it back. Its free pieces are taken out of the stock first, or one of them takes its place. */
    RECALLED
}
