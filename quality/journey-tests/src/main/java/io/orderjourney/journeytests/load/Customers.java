package io.orderjourney.journeytests.load;

import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What customers do of themselves once something has happened to their order: cancel, change it, pay otherwise; and the shop's own cancellation. */
final class Customers implements Worker {

    private static final String ORDERS = "/order-service/api/v1/orders/";
    private static final Duration AGAIN = Duration.ofMinutes(30);

    /** What they do, how long after which event; {@code who} is at whose screen it is done. */
    private record Act(String after, Duration shortest, Duration longest, String who) {

        static Act within(String after, int minutesFrom, int minutesTo, String who) {
            return new Act(after, Duration.ofMinutes(minutesFrom), Duration.ofMinutes(minutesTo), who);
        }
    }

    private static final Map<Course, Act> ACTS = Map.ofEntries(
            Map.entry(Course.CANCELLED_AT_ONCE, Act.within("orders.order-placed.v1", 2, 40, "storefront")),
            Map.entry(Course.PREPAID_CANCELLED, Act.within("orders.order-placed.v1", 20, 300, "storefront")),
            Map.entry(
                    Course.CANCELLED_WHEN_READY,
                    Act.within("fulfillment.ready-for-pickup.v1", 60, 300, "pickup-point")),
            Map.entry(Course.CANCELLED_BY_SHOP, Act.within("orders.order-confirmed.v1", 10, 60, "management")),
            Map.entry(
                    Course.DELIVERY_CANCELLED,
                    Act.within("fulfillment.parcel-dispatched.v1", 20, 200, "customer-care")),
            Map.entry(
                    Course.CREDIT_CANCELLED_BEFORE_DECISION,
                    Act.within("credit.application-submitted.v1", 5, 15, "credit")),
            Map.entry(
                    Course.CREDIT_CANCELLED_AFTER_SIGNING, Act.within("credit.agreement-signed.v1", 30, 240, "credit")),
            Map.entry(Course.CREDIT_PAID_OTHERWISE, Act.within("credit.credit-refused.v1", 60, 600, "storefront")),
            Map.entry(Course.CREDIT_LOWER, Act.within("credit.credit-approved.v1", 60, 600, "storefront")),
            Map.entry(Course.CHANGED, Act.within("orders.order-confirmed.v1", 1, 10, "storefront")));

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Account account;
    private final Storefront storefront;
    private final Agenda agenda = new Agenda();
    private final Set<String> done = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    Customers(ApiClient api, TrafficProfile profile, Account account, Storefront storefront) {
        this.api = api;
        this.profile = profile;
        this.account = account;
        this.storefront = storefront;
    }

    /** What the shop did not let them do. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    /** The customer reads that some of the goods are here; who ordered to take them first says so. */
    void isOfferedParts(String journeyId, PlannedOrder order) {
        if (order.course() == Course.COLLECTED_IN_PARTS && done.add(journeyId)) {
            api.put("storefront", "/fulfillment-service/api/v1/pickups/" + journeyId + "/parts", "{\"inParts\":true}");
        }
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        storefront.placed().forEach((journeyId, order) -> {
            Act act = ACTS.get(order.course());
            JourneyFacts journey = account.journey(journeyId);
            if (act == null || journey.isOver() || done.contains(journeyId) || !journey.has(act.after())) {
                return;
            }
            Duration delay = profile.between(order.reference(), "act", act.shortest(), act.longest());
            if (agenda.isTime(journeyId, now, delay)) {
                agenda.set(journeyId, now.plus(AGAIN));
                work.add(Worker.doing(() -> act(journeyId, order, act.who())));
            }
        });
        return work;
    }

    private void act(String journeyId, PlannedOrder order, String who) {
        Shop.Response response = switch (order.course()) {
            case CREDIT_PAID_OTHERWISE -> pay(journeyId, who, "ON_PICKUP");
            case CREDIT_LOWER -> pay(journeyId, who, "CREDIT");
            case CHANGED -> change(journeyId, order, who);
            case CANCELLED_BY_SHOP -> cancel(journeyId, who, "SHOP");
            default -> cancel(journeyId, who, "CUSTOMER");
        };
        // Somebody else changed the order at the same moment: they try again.
        if (response.status() != 412) {
            done.add(journeyId);
        }
        if (response.status() / 100 == 4 && response.status() != 412) {
            refused.add(order.reference() + " " + order.course() + ": " + response.status() + " "
                    + response.body().path("detail").asText());
        }
    }

    private Shop.Response cancel(String journeyId, String who, String by) {
        String wish = "{\"by\":\"%s\",\"reason\":\"changed their mind\"}".formatted(by);
        return api.post(who, ORDERS + journeyId + "/cancellation", wish, etag(journeyId, who));
    }

    private Shop.Response pay(String journeyId, String who, String payment) {
        String etag = etag(journeyId, who);
        return api.put(who, ORDERS + journeyId + "/payment", "{\"payment\":\"" + payment + "\"}", etag);
    }

    /** One piece more of the first article. */
    private Shop.Response change(String journeyId, PlannedOrder order, String who) {
        List<PlannedOrder.Line> lines = new ArrayList<>(order.lines());
        PlannedOrder.Line first = lines.get(0);
        lines.set(0, new PlannedOrder.Line(first.sku(), first.quantity() + 1));
        PlannedOrder changed = order.with(List.copyOf(lines));
        String wish = """
                {"lines":[{"sku":"%s","quantity":%d}],"total":{"amountMinor":%d,"currency":"PLN"}}
                """.formatted(first.sku(), first.quantity() + 1, changed.totalMinor());
        Shop.Response response = api.post(who, ORDERS + journeyId + "/changes", wish, etag(journeyId, who));
        if (ApiClient.done(response)) {
            storefront.changed(journeyId, changed);
        }
        return response;
    }

    private @Nullable String etag(String journeyId, String who) {
        return api.get(who, ORDERS + journeyId).etag();
    }
}
