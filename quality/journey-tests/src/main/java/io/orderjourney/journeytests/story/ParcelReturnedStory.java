package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The courier meets no one, and the customer chooses no other day: the parcel comes back, and with it the money. */
final class ParcelReturnedStory extends ParcelStory {

    ParcelReturnedStory(Shop shop, Checks checks) {
        super(shop, checks, "is.never.in", "+48600700802");
    }

    @Override
    public void play() {
        orderToTheDoor();
        timeline.passUntil(timeline.at(1, 14, 0));
        dispatch();
        timeline.passUntil(timeline.at(2, 8, 30));
        report("{\"report\":\"OUT_FOR_DELIVERY\"}");
        timeline.passUntil(timeline.at(2, 11, 0));
        report("{\"report\":\"NOT_AT_HOME\"}");
        passUntilTold("We need you", 1);
        passUntilTold("A reminder", 5);
        passUntil(() -> parcelStage().equals("RETURNING"), 8);
        checks.that(parcelStage().equals("RETURNING"), "the parcel is called back when no other day was chosen");
        report("{\"report\":\"BROUGHT_BACK\"}");
        checks.that(card().path("open").asBoolean(), "the courier's word alone ends nothing");
        timeline.passUntil(shop.now().plusSeconds(3_600));
        checkIn();
        checkEnd("RETURNED", "REFUND");
        checkNobodyApologised();
    }
}
