package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A parcel is late, and so is the call that its customer asked for: they get an apology by call and by mail, and a gift in the box. Then
 * the box arrives damaged. The shop apologises for that too, and marks the box of the next order, as it promised.
 */
final class CrushedBoxStory extends ShortStory {

    private static final String CARE = "customer-care";
    private static final String WAREHOUSE = "warehouse";
    private static final String RECOVERY = "/notification-service/api/v1/recoveries?limit=50";

    CrushedBoxStory(Shop shop, Checks checks) {
        super(shop, checks, "opens.the.box", "+48600700881");
    }

    @Override
    public void play() {
        begin(0);
        ladder(true);
        orderParcel();
        String late = orderId();
        theParcelIsLate();
        theCallIsLateToo();
        theShopMakesUpForIt(late);
        theParcelArrives(2, 13);
        Dialogue complaint = theBoxIsDamaged();
        theNextBoxIsMarked(complaint);
        ladder(false);
        isAbout(late);
    }

    /** A call, a mail and a gift for a customer who waited; it ships switched off. */
    private void ladder(boolean active) {
        shop.put("management", "/notification-service/api/v1/recovery-policy", """
                        {"active":%s,"budgetMinor":100000,"codeValidDays":30,"repeatWithinDays":30,"ladder":[
                         {"lateAtLeast":"PT15M","onlyUnannounced":false,"repeatsAtLeast":0,"valueAtLeastMinor":0,
                          "causes":[],"remedies":["CALL","MAIL","GIFT"],"discountPercent":0,"costMinor":1500}]}
                        """.formatted(active))
                .ok();
    }

    private void orderParcel() {
        shop.put(WAREHOUSE, "/fulfillment-service/api/v1/stock/WAREHOUSE/PHONE-S5", "{\"onHand\":1}")
                .ok();
        place(
                "PREPAID",
                "\"deliveryAddress\":{\"street\":\"ul. Cicha 5 m. 3\",\"postalCode\":\"00-850\",\"city\":\"Warszawa\","
                        + "\"country\":\"PL\"}");
    }

    /** It is not packed on the day for which that was promised. */
    private void theParcelIsLate() {
        timeline.passUntil(timeline.at(1, 17, 45));
        checks.that(wasTold("A new time"), "the customer was told of the later day before the first one passed");
        checks.that(last("A new time").text().contains("sorry"), "with an apology");
    }

    /** They call, and are called back later than they were told. */
    private void theCallIsLateToo() {
        timeline.passUntil(timeline.at(2, 9, 0));
        Instant first =
                OffsetDateTime.parse(callIsMissed().path("dueAt").asText()).toInstant();
        timeline.passUntil(first.plus(Duration.ofMinutes(20)));
        callBack();
    }

    private void theShopMakesUpForIt(String late) {
        timeline.passUntil(shop.now().plus(Duration.ofMinutes(15)));
        checks.that(
                parcel("").ok().path("stage").asText().equals("PREPARING"),
                "the gift was asked for while the parcel was still in the warehouse");
        checks.that(
                remedies(late).equals(Set.of("CALL", "MAIL", "GIFT")), "a call, a mail and a gift follow by the rule");
        checks.that(!recovery(late).path("done").asBoolean(), "it is not done while a part is missing");
        passUntilTold("An apology", 1);
        checks.that(last("An apology").text().contains("we are sorry"), "the mail apologised");
        completed("CUSTOMER_CARE", CARE, "called, and apologised");
        checks.that(!recovery(late).path("done").asBoolean(), "a mail and a call are not the gift");
        completed("WAREHOUSE", WAREHOUSE, "the gift is in the box");
        checks.that(recovery(late).path("done").asBoolean(), "it is done, now that every part happened");
    }

    private JsonNode recovery(String journeyId) {
        return StreamSupport.stream(
                        shop.get("management", RECOVERY).ok().path("items").spliterator(), false)
                .filter(one -> one.path("journeyId").asText().equals(journeyId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nothing is done about " + journeyId));
    }

    private Set<String> remedies(String journeyId) {
        List<String> parts = recovery(journeyId).path("parts").findValuesAsText("remedy");
        return parts.stream().collect(Collectors.toSet());
    }

    /** A desk does what it was asked to do by the rule. */
    private void completed(String desk, String who, String outcome) {
        for (JsonNode task : tasks()) {
            if (task.path("task").asText().equals("ESCALATION")
                    && task.path("desk").asText().equals(desk)) {
                shop.post(
                                who,
                                "/notification-service/api/v1/desk-tasks/"
                                        + task.path("id").asText() + "/completion",
                                "{\"outcome\":\"%s\"}".formatted(outcome))
                        .ok();
            }
        }
        timeline.look();
    }

    /** The courier has it at this hour, and brings it the next morning. */
    private void theParcelArrives(int day, int hour) {
        timeline.passUntil(timeline.at(day, hour, 0));
        checks.that(dispatch().status() == 200, "the parcel is with the courier");
        timeline.passUntil(timeline.at(day + 1, 8, 30));
        report("OUT_FOR_DELIVERY");
        timeline.passUntil(timeline.at(day + 1, 10, 0));
        report("DELIVERED");
        timeline.passUntil(timeline.at(day + 1, 10, 30));
        checks.that(card().path("stage").asText().equals("COMPLETED"), "the parcel is delivered");
        checkTasks();
    }

    private Dialogue theBoxIsDamaged() {
        timeline.passUntil(timeline.at(3, 11, 0));
        Dialogue complaint = writes("complaints", "DAMAGE", "The box was crushed. The phone seems to be all right.");
        passUntilTold("We are sorry: your complaint", 1);
        checks.that(
                last("We are sorry: your complaint").text().contains("by 15:30"),
                "the acknowledgement apologised, and said by when the complaint is answered");
        Shop.Response cold = complaint.reply(CARE, "The courier is responsible for the box, please ask them.");
        checks.that(
                cold.status() == 422 && cold.body().path("code").asText().equals("apology-missing"),
                "an answer without an apology was refused");
        complaint
                .reply(CARE, "We are very sorry about the box. We mark the next one, so that it is handled with care.")
                .ok();
        complaint.promiseMarkedBox();
        passUntilTold("Our answer: your case", 1);
        checks.that(last("Our answer: your case").text().contains("very sorry"), "the answer apologised");
        checks.that(!complaint.markedBox().hasNonNull("madeAt"), "that the box is marked is a promise still to keep");
        return complaint;
    }

    private void theNextBoxIsMarked(Dialogue complaint) {
        timeline.passUntil(timeline.at(4, 9, 30));
        orderParcel();
        timeline.passUntil(timeline.at(4, 10, 30));
        JsonNode list = parcel("/corrections").ok().path("items");
        checks.that(list.path(0).path("care").asText().equals("MARK_BOX"), "the packer reads it with the next order");
        Shop.Response early = dispatch();
        checks.that(
                early.status() == 409 && early.body().path("code").asText().equals("packing-promise-open"),
                "the parcel does not leave without it");
        shop.post(
                        WAREHOUSE,
                        parcels("/corrections/"
                                + list.path(0).path("correctionId").asText() + "/completion"),
                        "{}")
                .ok();
        timeline.look();
        checks.that(complaint.markedBox().hasNonNull("madeAt"), "the packer's tick kept the promise");
        checks.that(
                complaint.markedBox().path("orderJourneyId").asText().equals(orderId()),
                "the complaint shows with which order");
        theParcelArrives(4, 11);
    }

    private Shop.Response dispatch() {
        Shop.Response sent =
                shop.post(WAREHOUSE, parcels("/dispatch"), "{}", parcel("").etag());
        timeline.look();
        return sent;
    }

    private void report(String what) {
        shop.post(
                        "operator",
                        shop.simulator("courier") + "/parcels/" + orderId() + "/reports",
                        "{\"report\":\"%s\"}".formatted(what))
                .ok();
        timeline.look();
    }

    private Shop.Response parcel(String below) {
        return shop.get(WAREHOUSE, parcels(below));
    }

    private String parcels(String below) {
        return "/fulfillment-service/api/v1/parcels/" + orderId() + below;
    }
}
