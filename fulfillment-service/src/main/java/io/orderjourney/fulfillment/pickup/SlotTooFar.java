package io.orderjourney.fulfillment.pickup;

/** The goods would wait for too long. */
public final class SlotTooFar extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SlotTooFar() {
        super("Goods wait at the counter for at most " + PickupSlotPolicy.AHEAD_MAX.toDays() + " days");
    }
}
