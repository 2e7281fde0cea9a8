package io.orderjourney.fulfillment.stockalerts;

import io.orderjourney.fulfillment.supply.StockLevel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One customer who waits for an article.
 *
 * @param journeyId the inquiry in which they asked
 * @param promiseId the promise by when they hear
 * @param place the order in which they asked
 */
public record StockAlert(UUID journeyId, UUID promiseId, long place) {

    /** How far the customers of an article have been looked at since its supply changed; up to this place. */
    public record Pass(StockLevel.Key item, long place) {}

    /** All who wait. Every call joins the running transaction. */
    public interface Book {

        /** Adds a customer, and leaves the article to a pass: perhaps it is there already. */
        void add(UUID journeyId, UUID promiseId, StockLevel.Key item);

        /** The next customers of an article in the order in which they asked. */
        List<StockAlert> after(StockLevel.Key item, long place, int atMost);

        /** They wait no more. Returns the promises of those who did. */
        List<UUID> remove(Collection<UUID> journeyIds);

        /** An article whose customers are to be looked at. */
        Optional<StockLevel.Key> next();

        /** The pass of this article, if it has one. */
        Optional<Pass> underWay(StockLevel.Key item);

        void advance(Pass pass, long place);

        void end(Pass pass);

        /** Articles with a pass; there are few. */
        long passes();
    }
}
