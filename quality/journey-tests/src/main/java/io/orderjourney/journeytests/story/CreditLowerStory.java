package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The bank lends less than the phone costs. The customer is asked before anything else is promised, and cancels on the phone. */
final class CreditLowerStory extends OnCreditStory {

    CreditLowerStory(Shop shop, Checks checks) {
        super(shop, checks, "lent.a.part", "+48600700823");
    }

    @Override
    public void play() {
        beginWithBank();
        order("CREDIT");
        call("REACHED");
        creditDeskCalls(true);
        bankDecides("{\"decision\":\"APPROVED\",\"approvedAmountMinor\":80000}");
        passUntilTold("We need you", 1);
        checks.that(
                !card().path("promises").findValuesAsText("kind").contains("SIGNING_APPOINTMENT"),
                "no hour to sign was promised before the customer chose");
        checks.that(
                !last("We need you").text().contains("All that is left"),
                "the message did not sound as if only the signature were missing");
        salesSaysWhatElseThereIs();
        timeline.passUntil(timeline.at(1, 16, 0));
        cancel("credit", "CUSTOMER");
        checkEnd("CANCELLED_BY_CUSTOMER");
        checks.that(bankWasToldOfTheEnd(), "the bank keeps no money for it");
        checkNobodyApologised();
    }
}
