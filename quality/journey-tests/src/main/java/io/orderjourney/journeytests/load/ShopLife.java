package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.journeytests.shop.MessageFeed;
import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Everyone who takes part in a shop's days: customers, desks, suppliers, the bank, experts. Someone else lets time pass. */
final class ShopLife {

    private static final Duration NIGHT_STEP = Duration.ofMinutes(60);
    private static final LocalTime DAY_FROM = LocalTime.of(8, 0);
    private static final LocalTime DAY_UNTIL = LocalTime.of(21, 0);
    /** Orders a day that the shop's usual desks were made for. */
    private static final int ORDERS_OF_A_USUAL_DAY = 100;

    private static final int CALLS_AN_HOUR = 40;

    private final Shop shop;
    private final ApiClient api;
    private final Staff staff;
    private final LoadPlan plan;
    private final Account account = new Account();
    private final Storefront storefront;
    private final SigningDesk signing;
    private final PickupCounter counter;
    private final ParcelDesk parcels;
    private final Customers customers;
    private final List<Worker> workers;
    private final MessageFeed messages;
    private long placingNanos;

    /** @param step how business time passes while the shop is open */
    ShopLife(Shop shop, ApiClient api, Staff staff, LoadPlan plan, Duration step) {
        this.shop = shop;
        this.api = api;
        this.staff = staff;
        this.plan = plan;
        this.messages = new MessageFeed(shop);
        this.storefront = new Storefront(api, plan.orders(), plan.questions());
        this.signing = new SigningDesk(api, plan.profile());
        this.counter = new PickupCounter(api, plan.profile(), account, storefront);
        this.parcels = new ParcelDesk(api, shop, plan.profile(), account, storefront);
        this.customers = new Customers(api, plan.profile(), account, storefront);
        int callsPerStep = Math.max(1, (int) (teams() * CALLS_AN_HOUR * step.toMinutes() / 60));
        this.workers = List.of(
                new Partners(api, shop, plan),
                new BankClerk(api, shop, account, storefront),
                new SalesDesk(api, plan.profile(), this::course, callsPerStep),
                new CreditDesk(api, plan.profile(), this::course, callsPerStep),
                signing,
                parcels,
                customers,
                new CareDesk(api, plan.profile(), storefront),
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

    SigningDesk signing() {
        return signing;
    }

    /** Real time in which orders were placed. */
    Duration placing() {
        return Duration.ofNanos(placingNanos);
    }

    PickupCounter counter() {
        return counter;
    }

    Customers customers() {
        return customers;
    }

    /** Whether everything is over: nothing is open, and no parcel is on its way back. */
    boolean isOver() {
        return !storefront.hasOrdersToPlace()
                && account.journeys().size() >= storefront.journeys()
                && account.journeys().stream().allMatch(JourneyFacts::isOver)
                && !parcels.hasParcels();
    }

    private Course course(String journeyId) {
        PlannedOrder order = storefront.order(journeyId);
        return order == null ? Course.COLLECTED : order.course();
    }

    List<String> wastedTrips() {
        List<String> all = new ArrayList<>(signing.wastedTrips());
        all.addAll(counter.wastedTrips());
        return all;
    }

    /** Goes to the plan's first midnight, counts shelves, writes rosters, and enlarges the desks. */
    void prepare() {
        shop.advance(Duration.between(shop.now(), plan.beginsAt()));
        enlargeDesks();
        staff.together(Partners.preparations(api, shop, plan));
        shop.settle();
    }

    /** Reads what is new since the last look: events, and messages that reached a customer. */
    void look(Topics topics, Instant now) {
        topics.look(account::take);
        messages.look(now).forEach(account::take);
        account.newlyRead().forEach(notice -> {
            PlannedOrder order = storefront.order(notice.journeyId());
            if (order != null) {
                reads(notice, order);
            }
        });
    }

    /** What a message leads its customer to do. */
    private void reads(Account.Notice notice, PlannedOrder order) {
        String id = notice.journeyId();
        if (notice.isAbout("READINESS_WITHDRAWN")) {
            counter.isStopped(id);
        }
        if (notice.isAbout("READY_FOR_PICKUP")) {
            counter.isTold(id, order);
        }
        if (notice.isAbout("COLLECTOR_CODE")) {
            counter.isToldCode(id, account.text(notice));
        }
        if (notice.isAbout("PARTS_OFFERED")) {
            customers.isOfferedParts(id, order);
        }
        if (notice.isAbout("YOUR_TURN") && order.isDelivery()) {
            parcels.isAsked(id, order, account.text(notice));
        }
    }

    /** Everyone does what they do now. */
    void act(Instant now) {
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

    /** How far time may pass from here: {@code byDay} in the day, an hour at night, and never past the end of quiet hours. */
    static Duration stepFrom(Instant from, Duration byDay) {
        ZonedDateTime local = from.atZone(QuietWeek.SHOP_ZONE);
        if (!local.toLocalTime().isBefore(DAY_FROM) && local.toLocalTime().isBefore(DAY_UNTIL)) {
            return byDay;
        }
        // The first step of the day begins when quiet hours end, not later in the morning.
        ZonedDateTime morning = local.toLocalTime().isBefore(DAY_FROM)
                ? local.with(DAY_FROM)
                : local.plusDays(1).with(DAY_FROM);
        Duration left = Duration.between(local, morning);
        return left.compareTo(NIGHT_STEP) < 0 ? left : NIGHT_STEP;
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
