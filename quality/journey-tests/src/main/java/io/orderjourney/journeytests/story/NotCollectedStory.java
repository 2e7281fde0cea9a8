package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The phone is ready, and the customer does not come: they are reminded, and in the end it is free again and their money goes back. */
final class NotCollectedStory extends ShortStory {

    NotCollectedStory(Shop shop, Checks checks) {
        super(shop, checks, "does.not.come", "+48600700831");
    }

    @Override
    public void play() {
        begin(1);
        order("PREPAID");
        passUntilTold("Ready for pickup", 1);
        passUntilTold("A reminder", 10);
        passUntilOver(20);
        checkEnd("NOT_COLLECTED", "REFUND");
        checkNobodyApologised();
    }
}
