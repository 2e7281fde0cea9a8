package io.orderjourney.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** SALES finds an order by its number, calls, and logs that the customer was reached: hands on the keyboard only. */
final class SalesWalk implements Walk {

    @Override
    public String title() {
        return "SALES logs a confirmation call by keyboard";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers customers = new Customers(shop);
        Customers.Placed order = customers.order("Jan Kowalski", "ON_PICKUP", "en");
        customers.order("Żaneta Śliwińska", "CREDIT", "pl");
        Page page = window.page();
        window.logIn("anna", "/desk/sales");
        window.inspect("sales-queue");

        Desk desk = new Desk(page);
        desk.openByKeyboard(order.number());
        window.inspect("sales-order");
        page.keyboard().press("n");
        PlaywrightAssertions.assertThat(page.locator("[data-oj-undo]")).isFocused();
        page.keyboard().press("u");
        page.keyboard().press("c");
        window.picture("sales-held");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        Locator done = page.locator(".oj-toast-good");
        done.waitFor();
        shop.settle();
        JsonNode now = shop.get("sales", "/order-service/api/v1/orders/" + order.journeyId())
                .ok();
        checks.that(now.path("state").asText().equals("CONFIRMED"), title() + ": the order is confirmed");
        checks.that(now.path("callAttempts").asInt() == 1, title() + ": the key that was not meant did nothing");
    }
}
