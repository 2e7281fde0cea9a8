package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.fulfillment.supply.Supply;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromisedDate;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The promises of an order that does not exist yet, as far as they bear on the pickup day. */
public final class HypotheticalOrder {

    private static final UUID NONE = new UUID(0, 0);

    private HypotheticalOrder() {}

    /**
     * The promises that such an order would have from the beginning.
     *
     * @param supply where its goods would be
     */
    public static List<Promise> of(Supply supply, ShopTerms terms, Instant now) {
        Instant expectedAt = supply.expectedAt();
        if (expectedAt == null) {
            return List.of();
        }
        Instant from = expectedAt.isAfter(now) ? expectedAt : now;
        GrantedDate date = PromiseDates.at(now, terms).earliestFrom(PromiseKind.STOCK_ARRIVAL, from, DeskLoad.NONE);
        Commitment commitment = new Commitment(
                NONE,
                NONE,
                PromiseKind.STOCK_ARRIVAL,
                terms.kind(PromiseKind.STOCK_ARRIVAL).desk(),
                null,
                "",
                "",
                "",
                List.of(),
                now,
                date.dueAt());
        PromisedDate promised = PromisedDate.first(date.precision(), null, date.dueAt(), "", "");
        return List.of(Promise.made(NONE, commitment, promised)
                .estimated(new Estimate(expectedAt, ReasonCode.PARTNER_ESTIMATE)));
    }
}
