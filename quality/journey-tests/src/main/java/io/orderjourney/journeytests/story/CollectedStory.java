package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The phone is on the shelf; the customer pays at the counter, or has paid before, and collects it. */
final class CollectedStory extends ShortStory {

    private static final String PREPAID = "PREPAID";

    private final String payment;

    CollectedStory(Shop shop, Checks checks, String payment) {
        super(
                shop,
                checks,
                payment.equals(PREPAID) ? "paid.before" : "pays.there",
                payment.equals(PREPAID) ? "+48600700811" : "+48600700812");
        this.payment = payment;
    }

    @Override
    public void play() {
        begin(1);
        order(payment);
        if (!payment.equals(PREPAID)) {
            timeline.passUntil(timeline.at(1, 10, 0));
            checks.that(nextStep().equals("CONFIRMATION_CALL"), "SALES has to call first");
            call("REACHED");
        }
        passUntilTold("Ready for pickup", 1);
        timeline.passUntil(timeline.at(1, 15, 0));
        checks.that(new Desks(shop, orderId(), checks).handsOver(), "the counter handed the phone over");
        timeline.look();
        checkEnd("COMPLETED");
        checkNobodyApologised();
    }
}
