package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.shop.Topics;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A customer has a phone brought by a courier. The courier puts the day back, comes, meets nobody; the customer chooses another
 * day on the page of their order, and gets the phone on it.
 */
final class DeliveryStory extends ParcelStory {

    DeliveryStory(Shop shop, Checks checks) {
        super(shop, checks, "zofia.k", "+48600700801");
    }

    @Override
    public void play() {
        orderToTheDoor();
        theWarehouseReadsTheLabel();
        theWarehouseSendsIt();
        theCourierPutsTheDayBack();
        nobodyIsAtHome();
        theCustomerChoosesAnotherDay();
        theParcelIsDelivered();
    }

    private void theWarehouseReadsTheLabel() {
        checks.that(nextStep().equals("DISPATCH"), "the next step is the warehouse's: to send the parcel");
        Shop.Response label = parcel();
        checks.that(
                label.body().path("recipient").path("street").asText().equals(STREET),
                "the warehouse reads the address on the label");
    }

    private void theWarehouseSendsIt() {
        timeline.passUntil(timeline.at(1, 14, 0));
        dispatch();
        timeline.passUntil(timeline.at(1, 15, 0));
        checks.that(wasTold("On its way"), "the customer was told that the parcel left");
        checks.that(nextStep().equals("DELIVERY"), "the next step is the delivery");
    }

    private void theCourierPutsTheDayBack() {
        report("{\"report\":\"ETA\",\"etaAt\":\"%s\"}".formatted(timeline.at(3, 11, 0)));
        timeline.passUntil(timeline.at(1, 16, 0));
        checks.that(wasTold("A new time"), "the customer was told of the later day a day before it slipped");
    }

    private void nobodyIsAtHome() {
        timeline.passUntil(timeline.at(3, 8, 30));
        report("{\"report\":\"OUT_FOR_DELIVERY\"}");
        timeline.passUntil(timeline.at(3, 10, 45));
        report("{\"report\":\"NOT_AT_HOME\"}");
        timeline.passUntil(timeline.at(3, 11, 15));
        checks.that(wasTold("Today: the courier brings"), "the customer was told on the morning of the day");
        checks.that(wasTold("We need you"), "the customer was asked for another day");
        checks.that(
                last("We need you").text().contains("choose another day")
                        && !last("We need you").text().contains("sorry"),
                "nobody apologised for a customer who was not at home");
    }

    private void theCustomerChoosesAnotherDay() {
        CustomersBrowser page = CustomersBrowser.at(last("We need you").text());
        checks.that(page.chooseLastTime(), "the page offered another day, and it was taken");
        timeline.passUntil(timeline.at(3, 12, 0));
        checks.that(nextStep().equals("DELIVERY"), "it is the shop's turn again");
    }

    private void theParcelIsDelivered() {
        Instant dueAt = OffsetDateTime.parse(
                        card().path("nextStep").path("dueAt").asText())
                .toInstant();
        timeline.passUntil(dueAt.minusSeconds(6 * 3_600));
        report("{\"report\":\"DELIVERED\"}");
        timeline.passUntil(shop.now().plusSeconds(1_800));
        checks.that(wasTold("Delivered"), "the customer was told that the parcel was delivered");
        checks.that(card().path("stage").asText().equals("COMPLETED"), "the journey is completed");
        checks.that(!parcel().body().has("recipient"), "the address left with the end of the journey");
        checks.that(
                Topics.of(shop.kafka(), orderId()).stream()
                        .noneMatch(event -> event.data().toString().contains("Cicha")),
                "no event has the customer's address");
    }
}
