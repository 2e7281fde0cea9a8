package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One customer, one phone, one way in which the order ends; and what every such story asks of the shop. */
abstract class ShortStory implements Story {

    /** Not the one of the credit story, whose shelf has goods for other orders. */
    private static final String POINT = "WAW-02";

    private static final String SKU = "PHONE-S5";
    private static final String STOCK = "/fulfillment-service/api/v1/stock";
    private static final Duration STEP = Duration.ofMinutes(15);

    final Shop shop;
    final Checks checks;
    final Timeline timeline;
    private final Mailbox mailbox;
    private final String address;
    private final String phone;
    private String orderId = "";
    private String orderNumber = "";
    private String customerId = "";

    /** @param customer the first part of their mail address */
    ShortStory(Shop shop, Checks checks, String customer, String phone) {
        this.shop = shop;
        this.checks = checks;
        this.address = customer + "@example.org";
        this.phone = phone;
        this.mailbox = new Mailbox(shop, address, phone);
        this.timeline = new Timeline(shop, checks, mailbox);
    }

    @Override
    public final String orderId() {
        return orderId;
    }

    @Override
    public final Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public final Timeline timeline() {
        return timeline;
    }

    /** Monday morning, with so many phones on the shelf, none of them reserved. */
    final void begin(int onHand) {
        timeline.begin();
        shelve(onHand);
    }

    /** So many phones are counted on the shelf. */
    final void shelve(int onHand) {
        shop.put("warehouse", STOCK + "/" + POINT + "/" + SKU, "{\"onHand\":%d}".formatted(onHand))
                .ok();
    }

    /** Orders a phone, to be collected at the pickup point. */
    final void order(String payment) {
        place(payment, "\"pickupPoint\":\"%s\"".formatted(POINT));
    }

    /** @param where the member of the request that says where the goods go */
    final void place(String payment, String where) {
        // Who ordered before is known to the storefront.
        String known = customerId.isEmpty() ? "" : "\"customerId\":\"%s\",".formatted(customerId);
        JsonNode placed = shop.post("storefront", "/order-service/api/v1/orders", """
                        {%s"customer":%s,
                         "payment":"%s",%s,
                         "lines":[{"sku":"%s","name":"Phone S5","quantity":1,
                                   "unitPrice":{"amountMinor":129900,"currency":"PLN"}}],
                         "total":{"amountMinor":129900,"currency":"PLN"}}
                        """.formatted(
                                known, customer(), payment, where, SKU))
                .ok();
        JsonNode order = placed.path("order");
        orderId = order.path("journeyId").asText();
        orderNumber = order.path("orderNumber").asText();
        customerId = order.path("customerId").asText();
        timeline.watch(orderId);
    }

    private String customer() {
        return "{\"name\":\"Zofia Kwiat\",\"email\":\"%s\",\"phone\":\"%s\",\"language\":\"en\"}"
                .formatted(address, phone);
    }

    /**
     * The customer writes to the shop, about their order if they have one.
     *
     * @param door {@code inquiries} or {@code complaints}
     */
    final Dialogue writes(String door, String topic, String text) {
        String about = orderNumber.isEmpty() ? "" : "\"orderNumber\":\"%s\",".formatted(orderNumber);
        String body = "{\"topic\":\"%s\",\"channel\":\"WEB_FORM\",%s\"customer\":%s,\"text\":\"%s\"}";
        return Dialogue.begun(shop, door, body.formatted(topic, about, customer(), text));
    }

    /** The story is about this journey: the checks after it are of that one. */
    final void isAbout(String journeyId) {
        orderId = journeyId;
    }

    /** The customer calls, and no desk picks up. */
    final JsonNode callIsMissed() {
        JsonNode promised = shop.post(
                        "storefront", "/order-service/api/v1/missed-calls", "{\"phone\":\"%s\"}".formatted(phone))
                .ok();
        timeline.look();
        return promised;
    }

    /** Customer care calls back, and reaches them. */
    final void callBack() {
        shop.post(
                        "customer-care",
                        "/order-service/api/v1/journeys/" + orderId + "/callbacks/calls",
                        "{\"outcome\":\"REACHED\"}",
                        "\"v" + openPromise("CALLBACK").path("revision").asInt() + "\"")
                .ok();
        timeline.look();
    }

    /** The open promise of this kind on the answer card; a missing node if there is none. */
    final JsonNode openPromise(String kind) {
        for (JsonNode promise : card().path("promises")) {
            boolean open = !promise.hasNonNull("keptAt") && !promise.hasNonNull("withdrawnAt");
            if (open && promise.path("kind").asText().equals(kind)) {
                return promise;
            }
        }
        return MissingNode.getInstance();
    }

    /** SALES calls about the order. */
    final void call(String outcome) {
        String order = "/order-service/api/v1/orders/" + orderId;
        shop.post(
                        "sales",
                        order + "/confirmation-calls",
                        "{\"outcome\":\"" + outcome + "\"}",
                        shop.get("sales", order).etag())
                .ok();
        timeline.look();
    }

    /** Cancels the order at somebody's screen; {@code by} is CUSTOMER or SHOP. */
    final void cancel(String who, String by) {
        String order = "/order-service/api/v1/orders/" + orderId;
        shop.post(
                        who,
                        order + "/cancellation",
                        "{\"by\":\"%s\",\"reason\":\"as the story wants it\"}".formatted(by),
                        shop.get(who, order).etag())
                .ok();
        timeline.look();
    }

    final JsonNode card() {
        return shop.get("customer-care", "/order-service/api/v1/journeys/" + orderId)
                .ok();
    }

    final String nextStep() {
        return card().path("nextStep").path("kind").asText();
    }

    final boolean wasTold(String title) {
        return mailbox.all().stream().anyMatch(message -> message.title().startsWith(title));
    }

    final boolean wasWritten(String words) {
        return mailbox.all().stream().anyMatch(message -> message.text().contains(words));
    }

    /** The newest mail whose subject begins so. */
    final Mailbox.Received last(String title) {
        return mailbox.all().stream()
                .filter(message -> message.title().startsWith(title))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("No message '" + title + "'"));
    }

    /** Time passes until the customer has a mail whose subject begins so, or for so many days. */
    final void passUntilTold(String title, int days) {
        passWhile(() -> !wasTold(title), days);
        checks.that(wasTold(title), "the customer was told: " + title);
    }

    /** Time passes until the journey has ended, or for so many days. */
    final void passUntilOver(int days) {
        passWhile(() -> card().path("open").asBoolean(), days);
    }

    /** Time passes until it is so, or for so many days. */
    final void passUntil(BooleanSupplier reached, int days) {
        passWhile(() -> !reached.getAsBoolean(), days);
    }

    private void passWhile(BooleanSupplier waiting, int days) {
        Instant limit = shop.now().plus(Duration.ofDays(days));
        while (waiting.getAsBoolean() && shop.now().isBefore(limit)) {
            timeline.passUntil(shop.now().plus(STEP));
        }
    }

    /**
     * Whatever the end: it is told once, and nothing is left behind that anybody waits for.
     *
     * @param left the tasks that outlive this end, such as money that has to go back
     */
    final void checkEnd(String end, String... left) {
        timeline.passUntil(shop.now().plus(Duration.ofDays(1)));
        checks.that(card().path("stage").asText().equals(end), "the journey ended as " + end);
        checks.that(!card().path("open").asBoolean(), "nothing is to be done any more");
        long told = mailbox.all().stream()
                .filter(message -> message.title().contains("is closed"))
                .count();
        checks.that(told <= 1, "the end was told once");
        checkTasks(left);
        JsonNode stock = shop.get("warehouse", STOCK + "?pickupPoint=" + POINT + "&sku=" + SKU)
                .ok()
                .path("items")
                .path(0);
        checks.that(stock.path("reserved").asInt(-1) == 0, "no piece is kept for it");
    }

    /** These tasks about the journey are left at the desks, and no others. */
    final void checkTasks(String... left) {
        List<String> open = tasks().findValuesAsText("task");
        checks.that(
                open.equals(List.of(left)), "of all tasks about it " + List.of(left) + " are left, and not " + open);
    }

    /** What the desks are asked to do about the journey. */
    final JsonNode tasks() {
        return shop.get("customer-care", "/notification-service/api/v1/desk-tasks?journeyId=" + orderId)
                .ok()
                .path("items");
    }

    /** The shop did what it had promised, so it apologises for nothing. */
    final void checkNobodyApologised() {
        checks.that(
                mailbox.all().stream().noneMatch(message -> message.text().contains("sorry")),
                "no message apologised: the shop had kept its word");
    }
}
