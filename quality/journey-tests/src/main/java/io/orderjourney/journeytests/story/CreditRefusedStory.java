package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The bank refuses. The goods are kept while the customer may choose another way to pay; they choose none. */
final class CreditRefusedStory extends OnCreditStory {

    CreditRefusedStory(Shop shop, Checks checks) {
        super(shop, checks, "refused", "+48600700821");
    }

    @Override
    public void play() {
        beginWithBank();
        order("CREDIT");
        call("REACHED");
        creditDeskCalls(true);
        bankDecides("{\"decision\":\"REFUSED\"}");
        passUntilTold("We need you", 1);
        salesSaysWhatElseThereIs();
        checks.that(
                card().path("promises").findValuesAsText("kind").contains("GOODS_HOLD"),
                "the shop promised how long it keeps the goods");
        passUntilOver(14);
        checkEnd("CREDIT_REFUSED");
    }
}
