package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The phone is ready; at the counter it turns out to be scratched. The customer is stopped before the trip, and comes for another one. */
final class DamagedStory extends ShortStory {

    DamagedStory(Shop shop, Checks checks) {
        super(shop, checks, "gets.another", "+48600700813");
    }

    @Override
    public void play() {
        begin(1);
        order("PREPAID");
        passUntilTold("Ready for pickup", 1);
        timeline.passUntil(timeline.at(1, 15, 0));
        shop.post(
                        "pickup-point",
                        "/fulfillment-service/api/v1/pickups/" + orderId() + "/losses",
                        "{\"reason\":\"DAMAGED\",\"lines\":[{\"sku\":\"PHONE-S5\",\"quantity\":1}]}")
                .ok();
        timeline.look();
        timeline.passUntil(timeline.at(1, 15, 15));
        checks.that(
                mailbox().all().stream()
                        .anyMatch(message -> message.channel().equals("SMS")
                                && message.text().contains("do NOT come")),
                "the customer was stopped before the trip");
        theCounterCalls();
        timeline.passUntil(timeline.at(1, 18, 0));
        shelve(1);
        timeline.look();
        checks.that(
                new Desks(shop, orderId(), checks).handsOver(),
                "the counter handed the other phone over once it was there");
        timeline.look();
        checkEnd("COMPLETED");
    }

    /** Who might be on the way already is called as well. */
    private void theCounterCalls() {
        String tasks = "/notification-service/api/v1/desk-tasks";
        JsonNode calls = shop.get("pickup-point", tasks + "?journeyId=" + orderId() + "&desk=PICKUP_POINT")
                .ok()
                .path("items");
        checks.that(calls.findValuesAsText("task").contains("CALL_CUSTOMER"), "the counter was asked to call, too");
        for (JsonNode call : calls) {
            shop.post(
                            "pickup-point",
                            tasks + "/" + call.path("id").asText() + "/completion",
                            "{\"outcome\":\"they stay at home\"}")
                    .ok();
        }
        timeline.look();
    }
}
