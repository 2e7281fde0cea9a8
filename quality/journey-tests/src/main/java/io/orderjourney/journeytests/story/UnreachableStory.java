package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** SALES calls three times and nobody answers; the customer is asked in writing, and does not answer either. */
final class UnreachableStory extends ShortStory {

    UnreachableStory(Shop shop, Checks checks) {
        super(shop, checks, "does.not.answer", "+48600700851");
    }

    @Override
    public void play() {
        begin(1);
        order("ON_PICKUP");
        for (int hour = 10; hour <= 12; hour++) {
            timeline.passUntil(timeline.at(1, hour, 0));
            call("NO_ANSWER");
        }
        passUntilTold("We need you", 1);
        passUntilOver(20);
        checkEnd("UNREACHABLE");
        checkNobodyApologised();
    }
}
