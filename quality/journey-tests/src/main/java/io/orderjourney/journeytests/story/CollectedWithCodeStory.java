package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phone is ready, and the customer sends their sister: the code is in their own message alone, and opens the hand-over. */
final class CollectedWithCodeStory extends ShortStory {

    private static final Pattern CODE = Pattern.compile("with this code: (\\d{6})");

    CollectedWithCodeStory(Shop shop, Checks checks) {
        super(shop, checks, "sends.a.sister", "+48600700814");
    }

    @Override
    public void play() {
        begin(1);
        order("PREPAID");
        passUntilTold("Ready for pickup", 1);
        shop.post("customer-care", pickup() + "/collector-codes", "{}").ok();
        timeline.look();
        passUntilTold("The code", 1);
        Matcher code = CODE.matcher(last("The code").text());
        checks.that(code.find(), "the customer was told a code of six digits");
        String right = code.group(1);
        String wrong = right.equals("111111") ? "222222" : "111111";
        checks.that(handOver(wrong).status() == 409, "a wrong code opens nothing");
        checks.that(handOver(right).status() == 200, "the sister got the phone with the code");
        timeline.look();
        checkEnd("COMPLETED");
        checkNobodyApologised();
    }

    private Shop.Response handOver(String code) {
        String etag = shop.get("pickup-point", pickup()).etag();
        return shop.post("pickup-point", pickup() + "/hand-over", "{\"code\":\"" + code + "\"}", etag);
    }

    private String pickup() {
        return "/fulfillment-service/api/v1/pickups/" + orderId();
    }
}
