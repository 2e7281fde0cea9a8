package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** A short story with a credit in it: what the credit desk and the bank do. */
abstract class OnCreditStory extends ShortStory {

    OnCreditStory(Shop shop, Checks checks, String customer, String phone) {
        super(shop, checks, customer, phone);
    }

    /** Monday morning; the bank decides when the story says so. */
    final void beginWithBank() {
        begin(1);
        shop.put("operator", shop.simulator("bank") + "/behaviour", "{\"manual\":true,\"decisionPromise\":\"PT4H\"}")
                .ok();
    }

    /** @param complete whether nothing is missing for the bank */
    final void creditDeskCalls(boolean complete) {
        Desks desks = desks();
        shop.post(
                        "credit",
                        path() + "/calls",
                        "{\"outcome\":\"REACHED\",\"applicationComplete\":" + complete + "}",
                        desks.application().etag())
                .ok();
        if (complete) {
            shop.post(
                            "credit",
                            path() + "/submissions",
                            "{}",
                            desks.application().etag())
                    .ok();
        }
        timeline.look();
    }

    /** @param decision as the bank's simulator takes it */
    final void bankDecides(String decision) {
        String bank = shop.simulator("bank") + "/applications/" + desks().applicationId();
        shop.post("operator", bank + "/decide", decision).ok();
        timeline.look();
    }

    /** Whether the bank was told that the customer does not take the credit. */
    final boolean bankWasToldOfTheEnd() {
        return shop.get("operator", shop.simulator("bank") + "/applications/" + desks().applicationId())
                .ok()
                .hasNonNull("withdrawnAt");
    }

    final String applicationState() {
        return desks().application().ok().path("state").asText();
    }

    /** The customer was promised that they hear of another way. */
    final void salesSaysWhatElseThereIs() {
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

    private Desks desks() {
        return new Desks(shop, orderId(), checks);
    }

    private String path() {
        return "/credit-service/api/v1/applications/" + desks().applicationId();
    }
}
