package io.orderjourney.fulfillment.receiving;

/** Goods were reported at another pickup point than the one they were ordered for. */
public final class ArrivedElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ArrivedElsewhere(PurchaseOrder order, String reportedAt) {
        super("Purchase order " + order.id() + " goes to " + order.pickupPoint() + ", not to " + reportedAt);
    }
}
