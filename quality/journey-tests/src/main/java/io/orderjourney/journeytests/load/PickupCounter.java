package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Customers come for their goods after they read that they can. Most come within two days, one in ten agrees an hour
 * first, and a few come only after the time for which the goods were kept. Some never come, some send somebody with a code,
 * and one piece in a while is damaged.
 */
final class PickupCounter implements Worker {

    private static final double AGREES_SHARE = 0.1;
    private static final double LATE_SHARE = 0.02;
    private static final Set<Course> NEVER_COME = Set.of(
            Course.NOT_COLLECTED,
            Course.PREPAID_NOT_COLLECTED,
            Course.CANCELLED_WHEN_READY,
            Course.CREDIT_CANCELLED_AFTER_SIGNING,
            Course.CANCELLED_BY_SHOP);
    private static final String PICKUPS = "/fulfillment-service/api/v1/pickups/";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Account account;
    private final Storefront storefront;
    private final Map<String, Instant> visits = new HashMap<>();
    private final Set<String> toldBefore = new HashSet<>();
    private final Map<String, String> codes = new HashMap<>();
    private final ConcurrentLinkedQueue<String> wastedTrips = new ConcurrentLinkedQueue<>();
    private final Map<LoadPlan.Shelf, Integer> lost = new ConcurrentHashMap<>();
    private final Set<String> foundDamaged = ConcurrentHashMap.newKeySet();
    private final List<String> toldReady = new ArrayList<>();

    PickupCounter(ApiClient api, TrafficProfile profile, Account account, Storefront storefront) {
        this.api = api;
        this.profile = profile;
        this.account = account;
        this.storefront = storefront;
    }

    /** Visits after which the customer went home without the goods that they were told were there. */
    List<String> wastedTrips() {
        return List.copyOf(wastedTrips);
    }

    /** Pieces that turned out to be damaged. */
    Map<LoadPlan.Shelf, Integer> lost() {
        return Map.copyOf(lost);
    }

    /** The customer was told that the order is ready. */
    void isTold(String orderId, PlannedOrder order) {
        if (!NEVER_COME.contains(order.course()) && !visits.containsKey(orderId)) {
            toldReady.add(orderId);
        }
    }

    /** The customer was told not to come yet. */
    void isStopped(String orderId) {
        visits.remove(orderId);
        toldReady.remove(orderId);
    }

    /** The customer was told the code for who collects in their place. */
    void isToldCode(String orderId, String text) {
        Matcher code = CODE.matcher(text);
        if (code.find()) {
            codes.put(orderId, code.group());
        }
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        for (String orderId : toldReady) {
            PlannedOrder order = Objects.requireNonNull(storefront.order(orderId), orderId);
            boolean first = toldBefore.add(orderId);
            if (first && order.course() == Course.COLLECTED_WITH_CODE) {
                work.add(Worker.doing(() -> api.post("customer-care", PICKUPS + orderId + "/collector-codes", "{}")));
            }
            plan(orderId, order, first, now, work);
        }
        toldReady.clear();
        if (openDesks.contains("PICKUP_POINT")) {
            List<String> here = visits.entrySet().stream()
                    .filter(visit -> !visit.getValue().isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
            for (String orderId : here) {
                visits.remove(orderId);
                if (!account.journey(orderId).isOver()) {
                    PlannedOrder order = Objects.requireNonNull(storefront.order(orderId), orderId);
                    work.add(Worker.doing(() -> visit(orderId, order, now)));
                }
            }
        }
        return work;
    }

    private void plan(String orderId, PlannedOrder order, boolean first, Instant now, List<Callable<Void>> work) {
        String reference = order.reference();
        if (first && profile.happens(reference, "agrees", AGREES_SHARE)) {
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

    private Duration visitDelay(String reference) {
        return profile.happens(reference, "comes late", LATE_SHARE)
                ? profile.between(reference, "visit", Duration.ofDays(4), Duration.ofDays(6))
                : profile.between(reference, "visit", Duration.ofMinutes(40), Duration.ofHours(44));
    }

    private void agree(String orderId, Instant requestedAt) {
        api.post("storefront", PICKUPS + orderId + "/slot", "{\"startsAt\":\"" + requestedAt + "\"}");
    }

    private void visit(String orderId, PlannedOrder order, Instant now) {
        if (order.course() == Course.DAMAGED && foundDamaged.add(orderId) && !isReplaced(orderId, order)) {
            // They hear when another piece is there.
            return;
        }
        Shop.Response pickup = api.get("pickup-point", PICKUPS + orderId);
        Shop.Response handed =
                api.post("pickup-point", PICKUPS + orderId + "/hand-over", handOver(orderId, order), pickup.etag());
        if (!ApiClient.done(handed)) {
            wastedTrips.add(order.reference() + " " + order.course() + ": " + handed.status() + " "
                    + handed.body().path("detail").asText());
            synchronized (this) {
                visits.put(orderId, now.plus(Duration.ofHours(20)));
            }
        }
    }

    private String handOver(String orderId, PlannedOrder order) {
        String code = codes.get(orderId);
        if (code != null) {
            return "{\"code\":\"" + code + "\"}";
        }
        return order.course() == Course.CREDIT_LOWER ? "{\"restPaid\":true}" : "{}";
    }

    /** The first piece is damaged; true if another one lay there, which the customer takes. */
    private boolean isReplaced(String orderId, PlannedOrder order) {
        String sku = order.lines().get(0).sku();
        String words = "{\"reason\":\"DAMAGED\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":1}]}";
        Shop.Response pickup = api.post("pickup-point", PICKUPS + orderId + "/losses", words);
        if (ApiClient.done(pickup)) {
            lost.merge(new LoadPlan.Shelf(order.place(), sku), 1, Integer::sum);
        }
        return pickup.body().path("ready").asBoolean();
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
