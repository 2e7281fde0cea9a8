package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/**
 * A pay slip is missing in the credit call, and the customer brings it; the bank refuses all the same. The customer pays at the
 * counter instead, and has the phone on the same day.
 */
final class CreditPaidOtherwiseStory extends OnCreditStory {

    CreditPaidOtherwiseStory(Shop shop, Checks checks) {
        super(shop, checks, "brings.a.slip", "+48600700822");
    }

    @Override
    public void play() {
        beginWithBank();
        order("CREDIT");
        call("REACHED");
        creditDeskCalls(false);
        passUntilTold("We need you", 1);
        checks.that(waitsForCustomer(), "what is missing rests with the customer");
        timeline.passUntil(timeline.at(2, 10, 0));
        creditDeskCalls(true);
        bankDecides("{\"decision\":\"REFUSED\"}");
        timeline.passUntil(timeline.at(2, 11, 0));
        String order = "/order-service/api/v1/orders/" + orderId();
        shop.put(
                        "storefront",
                        order + "/payment",
                        "{\"payment\":\"ON_PICKUP\"}",
                        shop.get("storefront", order).etag())
                .ok();
        timeline.look();
        passUntilTold("Ready for pickup", 1);
        timeline.passUntil(timeline.at(2, 16, 0));
        checks.that(new Desks(shop, orderId(), checks).handsOver(), "the counter handed the phone over");
        timeline.look();
        checkEnd("COMPLETED");
        checks.that(applicationState().equals("CLOSED"), "nothing of the credit is left open");
    }

    private boolean waitsForCustomer() {
        for (JsonNode promise : shop.get("credit", "/notification-service/api/v1/promises?journeyId=" + orderId())
                .ok()
                .path("items")) {
            if (promise.path("outlook").asText().equals("WAITING")) {
                return true;
            }
        }
        return false;
    }
}
