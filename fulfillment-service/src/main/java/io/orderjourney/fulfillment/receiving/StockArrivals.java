package io.orderjourney.fulfillment.receiving;

import java.util.Optional;

/** The record of arrivals; nothing in it is ever changed. */
public interface StockArrivals {

    /** @return false if an arrival of this reference was recorded before: then nothing changed */
    boolean add(StockArrival arrival);

    Optional<StockArrival> ofReference(String reference);
}
