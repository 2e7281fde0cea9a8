package io.orderjourney.notification.notices;

import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What can be told of a journey's promises as it stands, in a message as on the customer's page. */
public final class StandingPromises {

    private StandingPromises() {}

    /**
     * The open promises without those whose date was given up or has passed, and without those that hang on the customer: none
     * of these is what happens next.
     *
     * @param all of one journey
     * @param undated those of which the customer was told that there is no date
     */
    public static List<Promise> of(List<Promise> all, Set<UUID> undated, ShopTerms shop, Instant now) {
        JourneyForecast forecast = JourneyForecast.of(all, shop, now);
        return all.stream()
                .filter(promise -> promise.isOpen()
                        && promise.dueAt().isAfter(now)
                        && !undated.contains(promise.id())
                        && !forecast.of(promise).isCustomersTurn())
                .toList();
    }
}
