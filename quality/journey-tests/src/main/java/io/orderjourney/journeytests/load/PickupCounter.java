package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Customers come for their goods after they read that they can. Most come within two days, one in ten agrees an hour
 * first, and a few come only after the time for which the goods were kept.
 */
final class PickupCounter implements Worker {

    private static final double AGREES_SHARE = 0.1;
    private static final double LATE_SHARE = 0.02;

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Map<String, Instant> visits = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final ConcurrentLinkedQueue<String> wastedTrips = new ConcurrentLinkedQueue<>();
    private final List<String> toldReady = new ArrayList<>();

    PickupCounter(ApiClient api, TrafficProfile profile) {
        this.api = api;
        this.profile = profile;
    }

    /** Visits after which the customer went home without the goods that they were told were there. */
    List<String> wastedTrips() {
        return List.copyOf(wastedTrips);
    }

    /** The customer was told that the order is ready. */
    void isTold(String orderId, String reference) {
        if (!references.containsKey(orderId)) {
            references.put(orderId, reference);
            toldReady.add(orderId);
        }
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        for (String orderId : toldReady) {
            String reference = references.getOrDefault(orderId, "");
            if (profile.happens(reference, "agrees", AGREES_SHARE)) {
                Instant requestedAt =
                        tomorrowAt(now, 10 + profile.random(reference, "hour").nextInt(8));
                work.add(Worker.doing(() -> agree(orderId, requestedAt)));
                visits.put(
                        orderId,
                        requestedAt.plus(profile.between(reference, "slot", Duration.ZERO, Duration.ofMinutes(25))));
            } else {
                visits.put(orderId, now.plus(visitDelay(reference)));
            }
        }
        toldReady.clear();
        if (openDesks.contains("PICKUP_POINT")) {
            List<String> here = visits.entrySet().stream()
                    .filter(visit -> !visit.getValue().isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
            for (String orderId : here) {
                visits.remove(orderId);
                work.add(Worker.doing(() -> handOver(orderId, now)));
            }
        }
        return work;
    }

    private Duration visitDelay(String reference) {
        return profile.happens(reference, "comes late", LATE_SHARE)
                ? profile.between(reference, "visit", Duration.ofDays(4), Duration.ofDays(6))
                : profile.between(reference, "visit", Duration.ofMinutes(40), Duration.ofHours(44));
    }

    private void agree(String orderId, Instant requestedAt) {
        api.post(
                "storefront",
                "/fulfillment-service/api/v1/pickups/" + orderId + "/slot",
                "{\"startsAt\":\"" + requestedAt + "\"}");
    }

    private void handOver(String orderId, Instant now) {
        String path = "/fulfillment-service/api/v1/pickups/" + orderId;
        Shop.Response pickup = api.get("pickup-point", path);
        Shop.Response handed = api.post("pickup-point", path + "/hand-over", "{}", pickup.etag());
        if (!ApiClient.done(handed)) {
            wastedTrips.add(references.getOrDefault(orderId, "") + ": " + handed.status() + " "
                    + handed.body().path("detail").asText());
            synchronized (this) {
                visits.put(orderId, now.plus(Duration.ofHours(20)));
            }
        }
    }

    private static Instant tomorrowAt(Instant now, int hour) {
        return now.atZone(QuietWeek.SHOP_ZONE)
                .toLocalDate()
                .plusDays(1)
                .atTime(LocalTime.of(hour, 0))
                .atZone(QuietWeek.SHOP_ZONE)
                .toInstant();
    }
}
