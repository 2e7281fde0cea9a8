package io.orderjourney.fulfillment.stockalerts;

import io.orderjourney.fulfillment.supply.AllocationPolicy.Incoming;
import io.orderjourney.fulfillment.supply.StockLevel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who ordered comes first: an article is there again when a piece is left after all orders that wait for it. */
public final class StockAlertPolicy {

    private StockAlertPolicy() {}

    /** Whether somebody could order it now. */
    public static boolean isThere(StockLevel level) {
        return level.free() > level.waiting();
    }

    /**
     * When it will be there by what is ordered from suppliers.
     *
     * @param incoming open purchase orders of this article, in any order
     * @return empty if all that comes belongs to orders
     */
    public static Optional<Instant> expectedAt(StockLevel level, List<Incoming> incoming) {
        int left = level.free() - level.waiting();
        for (Incoming next :
                incoming.stream().sorted(Comparator.comparing(Incoming::etaAt)).toList()) {
            left += next.pieces();
            if (left > 0) {
                return Optional.of(next.etaAt());
            }
        }
        return Optional.empty();
    }
}
