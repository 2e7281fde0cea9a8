package io.orderjourney.notification.repeatsales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Orders that were completed in a month, by what became of their promises, and how many of their customers bought again.
 *
 * @param month its first day
 * @param returned of these orders, those whose customers placed another one within half a year
 */
public record RepeatSales(LocalDate month, Outcome outcome, long orders, long returned) {

    private static final int PERCENT = 100;

    /** What became of the promises of an order, the worst of them. */
    public enum Outcome {
        /** All were kept by the time that was said first. */
        KEPT,
        /** One was kept later, as the customer was told before. */
        MOVED,
        /** One was kept later than the customer counted on, or not at all. */
        BROKEN
    }

    /** Of a hundred customers so many bought again; 0 if there were no orders. */
    public long returnedPercent() {
        return orders == 0 ? 0 : returned * PERCENT / orders;
    }

    /** The same outcome in other months, together. */
    public RepeatSales and(RepeatSales other) {
        return new RepeatSales(month, outcome, orders + other.orders, returned + other.returned);
    }

    /** The sums. Every call joins the running transaction. */
    public interface Book {

        /** Orders that are complete; what else ended is left out. */
        void completed(Collection<UUID> journeyIds, Instant at, ZoneId zone);

        /** These customers ordered again: it counts for what they completed since, each once. */
        void returned(Collection<UUID> customerIds, Instant at, Instant since);

        /**
         * Judges complete orders, whose last promises may have come in after their end.
         *
         * @param before those that were complete before
         */
        void judge(Instant before, int atMost);

        /** By month and outcome, the newest month first. */
        List<RepeatSales> since(LocalDate month);

        void forget(UUID customerId);
    }
}
