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
final class Counter implements Worker {

    private static final double AGREES_SHARE = 0.1;
    private static final double LATE_SHARE = 0.02;

    private final Doors doors;
    private final Habits habits;
    private final Map<String, Instant> visits = new HashMap<>();
    private final Map<String, String> references = new HashMap<>();
    private final ConcurrentLinkedQueue<String> inVain = new ConcurrentLinkedQueue<>();
    private final List<String> heard = new ArrayList<>();

    Counter(Doors doors, Habits habits) {
        this.doors = doors;
        this.habits = habits;
    }

    /** Visits after which the customer went home without the goods that he was told were there. */
    List<String> inVain() {
        return List.copyOf(inVain);
    }

    /** A customer has in hand that his order is ready. */
    void isTold(String orderId, String reference) {
        if (!references.containsKey(orderId)) {
            references.put(orderId, reference);
            heard.add(orderId);
        }
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        for (String orderId : heard) {
            String reference = references.getOrDefault(orderId, "");
            if (habits.happens(reference, "agrees", AGREES_SHARE)) {
                Instant wish =
                        tomorrowAt(now, 10 + habits.dice(reference, "hour").nextInt(8));
                work.add(Worker.doing(() -> agree(orderId, wish)));
                visits.put(
                        orderId, wish.plus(habits.between(reference, "slot", Duration.ZERO, Duration.ofMinutes(25))));
            } else {
                visits.put(orderId, now.plus(patience(reference)));
            }
        }
        heard.clear();
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

    private Duration patience(String reference) {
        return habits.happens(reference, "comes late", LATE_SHARE)
                ? habits.between(reference, "visit", Duration.ofDays(4), Duration.ofDays(6))
                : habits.between(reference, "visit", Duration.ofMinutes(40), Duration.ofHours(44));
    }

    private void agree(String orderId, Instant wish) {
        doors.post(
                "storefront",
                "/fulfillment-service/api/v1/pickups/" + orderId + "/slot",
                "{\"startsAt\":\"" + wish + "\"}");
    }

    private void handOver(String orderId, Instant now) {
        String door = "/fulfillment-service/api/v1/pickups/" + orderId;
        Shop.Answer pickup = doors.get("pickup-point", door);
        Shop.Answer handed = doors.post("pickup-point", door + "/hand-over", "{}", pickup.etag());
        if (!Doors.done(handed)) {
            inVain.add(references.getOrDefault(orderId, "") + ": " + handed.status() + " "
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
