package io.orderjourney.fulfillment.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that the shop does not sell, or a place that it does not have: nothing is ordered, booked in or counted. */
public final class UnknownGoods extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String pickupPoint;
    private final transient List<String> skus;

    /**
     * @param pickupPoint the place, if it is unknown
     * @param skus the articles that are not in the catalogue
     */
    public UnknownGoods(@Nullable String pickupPoint, List<String> skus) {
        super(
                pickupPoint == null
                        ? "Not in the catalogue: " + String.join(", ", skus)
                        : "There is no pickup point " + pickupPoint);
        this.pickupPoint = pickupPoint;
        this.skus = List.copyOf(skus);
    }

    public @Nullable String pickupPoint() {
        return pickupPoint;
    }

    public List<String> skus() {
        return skus;
    }
}
