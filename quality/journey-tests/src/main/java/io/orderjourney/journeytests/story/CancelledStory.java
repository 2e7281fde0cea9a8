package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** Somebody orders, thinks again, and cancels by the button on the page of their order. */
final class CancelledStory extends ShortStory {

    CancelledStory(Shop shop, Checks checks) {
        super(shop, checks, "thinks.again", "+48600700841");
    }

    @Override
    public void play() {
        begin(1);
        order("ON_PICKUP");
        passUntilTold("We have your order", 1);
        checks.that(
                CustomersBrowser.at(last("We have your order").text()).cancel(),
                "the page of the order took the cancellation");
        timeline.look();
        passUntilOver(3);
        checkEnd("CANCELLED_BY_CUSTOMER");
        checkNobodyApologised();
    }
}
