package io.orderjourney.fulfillment.supply;

import java.util.Collection;

/** Told when there is more or less of something, or when it comes at another time; shares out again what is there. */
public interface Supplies {

    /** The transaction holds the levels of these items. */
    void shareOut(String pickupPoint, Collection<String> skus, SupplyChanged news);
}
