package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The bank refuses. The goods are kept while the customer may choose another way to pay; they choose none. */
final class CreditRefusedStory extends ShortStory {

    CreditRefusedStory(Shop shop, Checks checks) {
        super(shop, checks, "refused", "+48600700821");
    }

    @Override
    public void play() {
        begin(1);
        shop.put("operator", shop.simulator("bank") + "/behaviour", "{\"manual\":true,\"decisionPromise\":\"PT4H\"}")
                .ok();
        order("CREDIT");
        call("REACHED");
        theCreditDeskAsksTheBank();
        String application = new Desks(shop, orderId(), checks).applicationId();
        shop.post(
                        "operator",
                        shop.simulator("bank") + "/applications/" + application + "/decide",
                        "{\"decision\":\"REFUSED\"}")
                .ok();
        timeline.look();
        passUntilTold("We need you", 1);
        salesSaysWhatElseThereIs();
        checks.that(
                card().path("promises").findValuesAsText("kind").contains("GOODS_HOLD"),
                "the shop promised how long it keeps the goods");
        passUntilOver(14);
        checkEnd("CREDIT_REFUSED");
    }

    /** The customer was promised that they hear of another way. */
    private void salesSaysWhatElseThereIs() {
        for (JsonNode promise : card().path("promises")) {
            if (promise.path("kind").asText().equals("NEXT_UPDATE")
                    && !promise.hasNonNull("keptAt")
                    && !promise.hasNonNull("withdrawnAt")) {
                shop.post(
                                "sales",
                                "/notification-service/api/v1/next-updates/"
                                        + promise.path("id").asText(),
                                "{\"text\":\"You could pay at the counter; your phone is on the shelf.\"}")
                        .ok();
            }
        }
        timeline.passUntil(timeline.at(1, 12, 0));
        checks.that(wasTold("News about your order"), "the customer heard of another way when it was promised");
    }

    private void theCreditDeskAsksTheBank() {
        Desks desks = new Desks(shop, orderId(), checks);
        String path = "/credit-service/api/v1/applications/" + desks.applicationId();
        shop.post(
                        "credit",
                        path + "/calls",
                        "{\"outcome\":\"REACHED\",\"applicationComplete\":true}",
                        desks.application().etag())
                .ok();
        shop.post("credit", path + "/submissions", "{}", desks.application().etag())
                .ok();
        timeline.look();
    }
}
