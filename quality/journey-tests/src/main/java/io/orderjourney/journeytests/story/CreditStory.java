package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Shop;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A customer buys a phone on credit. Nobody calls in time; the credit call is late; the bank decides a day late; the expert is
 * not in at the agreed hour; the supplier's goods slip after a pickup day was promised; the goods arrive, the bank's
 * papers do not; they turn up after a search. Every desk acts only when the system tells it to, and sometimes not even
 * then.
 */
final class CreditStory implements Story {

    static final String POINT = "WAW-01";
    static final String ADDRESS = "aleksander.b@example.org";
    static final String PHONE = "+48600700800";

    private final Shop shop;
    private final Checks checks;
    private final Desks.Staffing staffing;
    private final Timeline timeline;
    private final Mailbox mailbox;
    private final String purchaseOrder = UUID.randomUUID().toString();
    private String orderId = "";
    private int visits;
    private int wastedTrips;

    CreditStory(Shop shop, Checks checks, Desks.Staffing staffing) {
        this.shop = shop;
        this.checks = checks;
        this.staffing = staffing;
        this.mailbox = new Mailbox(shop, ADDRESS, PHONE);
        this.timeline = new Timeline(shop, checks, mailbox);
    }

    @Override
    public String orderId() {
        return orderId;
    }

    @Override
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public Timeline timeline() {
        return timeline;
    }

    int visits() {
        return visits;
    }

    int wastedTrips() {
        return wastedTrips;
    }

    /** The two weeks, from the shop's preparations to the hand-over of the phone. */
    @Override
    public void play() {
        timeline.begin();
        prepare();
        order();
        Desks desks = staffing.of(shop, orderId, checks);
        nobodyCallsInTime(desks);
        theCreditCallIsLate(desks);
        theGoodsSlip();
        theBankDecidesADayLate(desks);
        theExpertIsNotIn();
        theManSigns(desks);
        thePapersAreMissing(desks);
        theManComesForHisPhone(desks);
    }

    private void prepare() {
        shop.put("warehouse", "/fulfillment-service/api/v1/stock/" + POINT + "/PHONE-S5", "{\"onHand\":0}")
                .ok();
        // The supplier confirms an order for five phones; nobody has one on the shelf.
        shop.put("operator", supplier(""), """
                        {"supplier":"mobile-import","pickupPoint":"%s","etaAt":"%s",
                         "lines":[{"sku":"PHONE-S5","quantity":5}]}
                        """.formatted(POINT, timeline.at(3, 10, 0)))
                .ok();
        timeline.look();
        for (int day = 1; day <= 12; day++) {
            boolean weekend = day % 7 == 6 || day % 7 == 0;
            if (!weekend) {
                shift("olga", day, "09:00", "17:00");
                shift("piotr", day, "12:00", "19:00");
            }
        }
        shop.put("operator", shop.simulator("bank") + "/behaviour", "{\"manual\":true,\"decisionPromise\":\"PT4H\"}")
                .ok();
        timeline.look();
    }

    private void shift(String expert, int day, String from, String until) {
        String date =
                timeline.at(day, 12, 0).atZone(Timeline.SHOP_ZONE).toLocalDate().toString();
        shop.put(
                        "credit",
                        "/credit-service/api/v1/roster/" + expert + "/shifts/" + date,
                        "{\"pickupPoint\":\"%s\",\"from\":\"%s\",\"until\":\"%s\"}".formatted(POINT, from, until))
                .ok();
    }

    private void order() {
        timeline.passUntil(timeline.at(1, 10, 0));
        JsonNode options = shop.get(
                        "storefront",
                        "/fulfillment-service/api/v1/promise-options?kind=PICKUP_READY&pickupPoint=" + POINT
                                + "&payment=CREDIT&lines=PHONE-S5:1&language=en")
                .ok()
                .path("options");
        String offer = options.path(0).path("offer").asText();
        checks.that(!offer.isEmpty(), "the storefront could show a pickup day before the order was placed");
        JsonNode placed = shop.post(
                        "storefront", "/order-service/api/v1/orders", """
                        {"customer":{"name":"Aleksander B.","email":"%s","phone":"%s","language":"en"},
                         "payment":"CREDIT","pickupPoint":"%s",
                         "lines":[{"sku":"PHONE-S5","name":"Phone S5","quantity":1,
                                   "unitPrice":{"amountMinor":189900,"currency":"PLN"}}],
                         "total":{"amountMinor":189900,"currency":"PLN"},"pickupOffer":"%s"}
                        """.formatted(ADDRESS, PHONE, POINT, offer))
                .ok();
        orderId = placed.path("order").path("journeyId").asText();
        checks.that(
                placed.path("promises").size() > 0
                        && placed.path("promises").path(0).hasNonNull("dueAt"),
                "the response to the order carried a promise with its time");
        timeline.watch(orderId);
        timeline.look();
    }

    /** The confirming call was promised within four hours. The desk is reminded, asked, and does nothing. */
    private void nobodyCallsInTime(Desks desks) {
        timeline.passUntil(timeline.at(1, 13, 30));
        checks.that(desks.isAsked("sales", "SALES", "NEW_DATE"), "SALES was asked for a new date");
        // It is reminded again before the new time, and this time somebody calls.
        timeline.passUntil(timeline.at(1, 16, 30));
        desks.salesConfirms();
        timeline.look();
    }

    private void theCreditCallIsLate(Desks desks) {
        timeline.passUntil(timeline.at(2, 13, 0));
        desks.creditDeskCalls();
        timeline.look();
    }

    /** "Wait today for the decision"; today passes. */
    private void theBankDecidesADayLate(Desks desks) {
        timeline.passUntil(timeline.at(3, 11, 0));
        String bank = shop.simulator("bank") + "/applications/" + desks.applicationId() + "/decide";
        shop.post("operator", bank, "{\"decision\":\"APPROVED\"}").ok();
        timeline.look();
        JsonNode appointment = desks.application().ok().path("appointment");
        checks.that(appointment.hasNonNull("startsAt"), "with the approval came an appointment with an expert");
    }

    /** The expert of the agreed hour never checks in; the customer must not make a wasted trip. */
    private void theExpertIsNotIn() {
        timeline.passUntil(timeline.at(3, 19, 0));
    }

    /** The supplier's date reschedules after the pickup day was promised; the supplier reports it. */
    private void theGoodsSlip() {
        timeline.passUntil(timeline.at(3, 9, 30));
        shop.post(
                        "operator",
                        supplier("/eta"),
                        "{\"etaAt\":\"%s\",\"why\":\"lorry held at the border\"}".formatted(timeline.at(5, 9, 30)))
                .ok();
        timeline.look();
    }

    private String supplier(String path) {
        return shop.simulator("supplier") + "/purchase-orders/" + purchaseOrder + path;
    }

    private void theManSigns(Desks desks) {
        timeline.passUntil(timeline.at(4, 9, 5));
        desks.expertChecksIn("olga", POINT);
        timeline.look();
        for (int quarters = 0; quarters < 6 * 4; quarters++) {
            JsonNode appointment = desks.application().ok().path("appointment");
            if (isNow(appointment.path("startsAt").asText())) {
                visit(desks.customerSigns());
                break;
            }
            timeline.passUntil(shop.now().plusSeconds(15 * 60));
        }
        timeline.look();
    }

    private boolean isNow(String startsAt) {
        return !startsAt.isEmpty()
                && !OffsetDateTime.parse(startsAt).toInstant().isAfter(shop.now());
    }

    /** The bank says that its papers were delivered; nobody at the counter has seen them. */
    private void thePapersAreMissing(Desks desks) {
        String papers = shop.simulator("bank") + "/applications/" + desks.applicationId() + "/papers";
        timeline.passUntil(timeline.at(5, 9, 30));
        shop.post("operator", papers, "{\"status\":\"DELIVERED\"}").ok();
        shop.post(
                        "operator",
                        shop.simulator("supplier") + "/purchase-orders/" + purchaseOrder + "/arrive",
                        "{\"pickupPoint\":\"%s\",\"lines\":[{\"sku\":\"PHONE-S5\",\"quantity\":5}]}".formatted(POINT))
                .ok();
        timeline.look();
        checks.that(readyMessages() == 0, "'ready' was not announced while the papers were missing");
        for (int waited = 0; waited < 14 * 24 * 4 && !papersAreNudged(desks); waited++) {
            timeline.passUntil(shop.now().plusSeconds(15 * 60));
        }
        // Told once, the desk sleeps over it: the date must reschedule before it passes.
        timeline.passUntil(timeline.at(6, 10, 30));
        desks.searchesForPapers();
        timeline.passUntil(timeline.at(6, 10, 55));
        desks.findsPapers();
        timeline.look();
    }

    private boolean papersAreNudged(Desks desks) {
        return desks.isAsked("credit", "CREDIT", "REMINDER") && shop.now().isAfter(timeline.at(5, 12, 0));
    }

    private void theManComesForHisPhone(Desks desks) {
        timeline.passUntil(timeline.at(6, 11, 15));
        checks.that(readyMessages() == 1, "'ready for pickup' was announced once, when every gate was open");
        timeline.passUntil(timeline.at(6, 13, 0));
        visit(desks.handsOver());
        timeline.look();
    }

    private void visit(boolean gotWhatWasPromised) {
        visits++;
        if (!gotWhatWasPromised) {
            wastedTrips++;
        }
    }

    long readyMessages() {
        List<String> notices = mailbox.all().stream()
                .filter(message -> message.title().startsWith("Ready for pickup")
                        || message.text().contains("ready for pickup at"))
                .map(Mailbox.Received::noticeId)
                .distinct()
                .toList();
        return notices.size();
    }
}
