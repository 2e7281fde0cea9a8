package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Lets the planned days pass in equal steps; in each, everyone does their part. */
final class LoadRun {

    private static final Duration NIGHT_STEP = Duration.ofMinutes(60);
    private static final LocalTime DAY_FROM = LocalTime.of(8, 0);
    private static final LocalTime DAY_UNTIL = LocalTime.of(21, 0);
    /** The time that the watch leaves a desk to respond; a longer step would skip it. */
    private static final Duration QUIET_STEP = Duration.ofMinutes(15);

    private static final Duration HALF_DAY = Duration.ofHours(12);
    /** Orders a day that the shop's usual desks were made for. */
    private static final int ORDERS_OF_A_USUAL_DAY = 100;

    private static final int CALLS_AN_HOUR = 40;

    private final Shop shop;
    private final ApiClient api;
    private final Staff staff;
    private final LoadPlan plan;
    private final Duration step;
    private final Account account;
    private final MemoryWatch memory;
    private final PrintStream progress;
    private final Storefront storefront;
    private final SigningDesk signing;
    private final PickupCounter counter;
    private final List<Worker> workers;
    private final MessageFeed messages;
    private Instant now = Instant.MIN;
    private Instant nextSampleAt = Instant.MIN;
    private long placingNanos;
    private int steps;

    LoadRun(
            Shop shop,
            ApiClient api,
            Staff staff,
            LoadPlan plan,
            Duration step,
            MemoryWatch memory,
            PrintStream progress) {
        this.shop = shop;
        this.api = api;
        this.staff = staff;
        this.plan = plan;
        this.step = step;
        this.account = new Account();
        this.memory = memory;
        this.progress = progress;
        this.messages = new MessageFeed(shop);
        this.storefront = new Storefront(api, plan.orders());
        this.signing = new SigningDesk(api, plan.profile());
        this.counter = new PickupCounter(api, plan.profile());
        int callsPerStep = Math.max(1, (int) (teams() * CALLS_AN_HOUR * step.toMinutes() / 60));
        this.workers = List.of(
                new Partners(api, shop, plan),
                new SalesDesk(api, plan.profile(), callsPerStep),
                new CreditDesk(api, plan.profile(), callsPerStep),
                signing,
                new PapersDesk(api, plan.profile()),
                counter,
                new QueueReaders(api, plan.profile()));
    }

    Account account() {
        return account;
    }

    Storefront storefront() {
        return storefront;
    }

    Instant now() {
        return now;
    }

    int steps() {
        return steps;
    }

    /** Real time in which orders were placed. */
    Duration placing() {
        return Duration.ofNanos(placingNanos);
    }

    List<String> wastedTrips() {
        List<String> all = new ArrayList<>(signing.wastedTrips());
        all.addAll(counter.wastedTrips());
        return all;
    }

    /** From the first Monday's midnight until every order is completed, or is given up. */
    void pass() {
        shop.advance(Duration.between(shop.now(), plan.beginsAt()));
        enlargeDesks();
        staff.together(Partners.preparations(api, shop, plan));
        shop.settle();
        now = shop.now();
        try (Topics topics = Topics.follow(shop.kafka())) {
            while (now.isBefore(plan.givesUpAt()) && !isOver()) {
                look(topics);
                sample();
                act();
                now = shop.step(stepFrom(now));
                steps++;
            }
            look(topics);
            nextSampleAt = now;
            sample();
        }
        account.close(signing.missed());
    }

    private boolean isOver() {
        return !storefront.hasOrdersToPlace()
                && account.journeys().size() >= storefront.placed().size()
                && account.journeys().stream().allMatch(journey -> journey.completed > 0);
    }

    private void look(Topics topics) {
        topics.look(account::take);
        messages.look(now).forEach(account::take);
        account.newlyTold().forEach(journey -> {
            PlannedOrder order = storefront.placed().get(journey);
            if (order != null) {
                counter.isTold(journey, order.reference());
            }
        });
    }

    private void act() {
        List<Callable<Void>> orders = storefront.workAt(now, Set.of());
        long begunNanos = System.nanoTime();
        staff.together(orders);
        placingNanos += orders.isEmpty() ? 0 : System.nanoTime() - begunNanos;
        Set<String> open = openDesks();
        List<Callable<List<Callable<Void>>>> looks = new ArrayList<>();
        workers.forEach(worker -> looks.add(() -> worker.workAt(now, open)));
        List<Callable<Void>> work = new ArrayList<>();
        staff.together(looks).forEach(work::addAll);
        staff.together(work);
    }

    private Set<String> openDesks() {
        Set<String> open = new HashSet<>();
        for (JsonNode desk :
                api.get("sales", "/order-service/api/v1/desks").ok().path("desks")) {
            if (desk.path("open").asBoolean()) {
                open.add(desk.path("desk").asText());
            }
        }
        return open;
    }

    /** The rest of the customers come one by one. */
    private boolean isQuiet() {
        long open = account.journeys().stream()
                .filter(journey -> journey.completed == 0)
                .count();
        return !storefront.hasOrdersToPlace() && open * 10 < account.journeys().size();
    }

    private Duration stepFrom(Instant from) {
        ZonedDateTime local = from.atZone(QuietWeek.SHOP_ZONE);
        boolean day =
                !local.toLocalTime().isBefore(DAY_FROM) && local.toLocalTime().isBefore(DAY_UNTIL);
        if (day) {
            return isQuiet() && step.compareTo(QUIET_STEP) < 0 ? QUIET_STEP : step;
        }
        // The first step of the day begins when quiet hours end, not later in the morning.
        ZonedDateTime morning = local.toLocalTime().isBefore(DAY_FROM)
                ? local.with(DAY_FROM)
                : local.plusDays(1).with(DAY_FROM);
        Duration left = Duration.between(local, morning);
        return left.compareTo(NIGHT_STEP) < 0 ? left : NIGHT_STEP;
    }

    private void sample() {
        if (now.isBefore(nextSampleAt)) {
            return;
        }
        nextSampleAt = now.plus(HALF_DAY);
        new Processes(shop.pids()).look(now).forEach(memory::add);
        progress.printf(
                "%s  %5d orders placed, %5d completed, %7d events%n",
                now.atZone(QuietWeek.SHOP_ZONE).toLocalDateTime(),
                storefront.placed().size(),
                account.journeys().stream()
                        .filter(journey -> journey.completed > 0)
                        .count(),
                account.events());
    }

    private int teams() {
        return 1 + plan.orders().size() / plan.days() / ORDERS_OF_A_USUAL_DAY;
    }

    /** A shop with more orders has more people; its management writes that into the policy. */
    private void enlargeDesks() {
        String path = "/notification-service/api/v1/policy";
        Shop.Response inForce = shop.get("management", path);
        ObjectNode policy = inForce.ok().deepCopy();
        policy.path("desks")
                .properties()
                .forEach(desk -> ((ObjectNode) desk.getValue())
                        .put("perHour", desk.getValue().path("perHour").asInt() * teams()));
        shop.put("management", path, policy.toString(), inForce.etag()).ok();
    }
}
