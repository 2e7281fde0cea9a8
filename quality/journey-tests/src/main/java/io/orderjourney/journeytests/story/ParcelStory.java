package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** A story whose phone is brought by a courier: what the warehouse and the courier do. */
abstract class ParcelStory extends ShortStory {

    static final String STREET = "ul. Cicha 5 m. 3";

    private static final String WAREHOUSE = "WAREHOUSE";
    private static final String PARCELS = "/fulfillment-service/api/v1/parcels/";

    ParcelStory(Shop shop, Checks checks, String customer, String phone) {
        super(shop, checks, customer, phone);
    }

    /** Monday morning, one phone in the warehouse, and it is ordered to the customer's door. */
    final void orderToTheDoor() {
        timeline.begin();
        shop.put("warehouse", "/fulfillment-service/api/v1/stock/" + WAREHOUSE + "/PHONE-S5", "{\"onHand\":1}")
                .ok();
        place("PREPAID", """
                "deliveryAddress":{"street":"%s","postalCode":"00-850","city":"Warszawa","country":"PL"}""".formatted(STREET));
        // The first message names the days; until it has left, it is what the shop owes next.
        timeline.passUntil(timeline.at(1, 10, 0));
    }

    final void dispatch() {
        shop.post("warehouse", PARCELS + orderId() + "/dispatch", "{}", parcel().etag())
                .ok();
        timeline.look();
    }

    final void checkIn() {
        shop.post("warehouse", PARCELS + orderId() + "/check-in", "{}", parcel().etag())
                .ok();
        timeline.look();
    }

    /** @param body as the courier's simulator takes it */
    final void report(String body) {
        shop.post("operator", shop.simulator("courier") + "/parcels/" + orderId() + "/reports", body)
                .ok();
        timeline.look();
    }

    final Shop.Response parcel() {
        Shop.Response parcel = shop.get("warehouse", PARCELS + orderId());
        parcel.ok();
        return parcel;
    }

    final String parcelStage() {
        return parcel().body().path("stage").asText();
    }
}
