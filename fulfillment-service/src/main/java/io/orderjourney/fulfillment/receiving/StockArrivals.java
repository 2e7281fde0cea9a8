package io.orderjourney.fulfillment.receiving;

import java.util.Optional;

/** The book of arrivals; nothing is ever struck out. */
public interface StockArrivals {

    /** @return false if an arrival of this reference was written before: then nothing changed */
    boolean add(StockArrival arrival);

    Optional<StockArrival> ofReference(String reference);
}
