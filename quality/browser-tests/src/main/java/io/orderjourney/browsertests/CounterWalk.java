package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** A customer stands at the counter and says a number; PICKUP_POINT types it, looks at the gates and hands over. */
final class CounterWalk implements Walk {

    @Override
    public String title() {
        return "PICKUP_POINT hands over what is ready, by keyboard";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).confirmedOrder("Łukasz Żak", "ON_PICKUP", "pl");
        Page page = window.page();
        window.logIn("piotr", "/desk/pickup");
        window.inspect("pickup-queue");

        Desk desk = new Desk(page);
        desk.scan(order.number());
        PlaywrightAssertions.assertThat(page.locator("#panel .oj-check-open")).hasCount(0);
        window.inspect("pickup-order");
        page.locator("#panel-heading").focus();
        page.keyboard().press("h");
        desk.doNow();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).isVisible();
        shop.settle();
        checks.that(
                shop.get("sales", "/order-service/api/v1/orders/" + order.journeyId())
                        .ok()
                        .path("state")
                        .asText()
                        .equals("COMPLETED"),
                title() + ": the order is completed");
    }
}
