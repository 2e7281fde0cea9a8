package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The shop cannot deliver and says so itself: once, with an apology, and what was paid comes back. */
final class CancelledByShopStory extends ShortStory {

    CancelledByShopStory(Shop shop, Checks checks) {
        super(shop, checks, "is.let.down", "+48600700842");
    }

    @Override
    public void play() {
        begin(0);
        order("PREPAID");
        passUntilTold("We have your order", 1);
        timeline.passUntil(timeline.at(1, 11, 0));
        cancel("management", "SHOP");
        timeline.passUntil(timeline.at(1, 12, 0));
        checkEnd("CANCELLED_BY_SHOP", "REFUND");
        checks.that(
                mailbox().all().stream()
                                .filter(message -> message.text().contains("sorry"))
                                .count()
                        == 1,
                "the shop apologised once, for what it could not do");
    }
}
