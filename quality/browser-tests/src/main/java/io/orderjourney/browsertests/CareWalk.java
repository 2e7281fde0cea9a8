package io.orderjourney.browsertests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** A customer calls and asks where the order is; CUSTOMER_CARE finds them by name, logs it, and promises a call. */
final class CareWalk implements Walk {

    @Override
    public String title() {
        return "CUSTOMER_CARE finds a caller by name and promises a call";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).confirmedOrder("Wiesława Grześkowiak", "ON_PICKUP", "pl");
        Page page = window.page();
        window.logIn("olga", "/desk/care");
        window.inspect("care-queue");

        page.keyboard().press("/");
        page.keyboard().type("Grześkow");
        Desk desk = new Desk(page);
        Locator row = desk.rowOf(order.number());
        row.click();
        desk.panel(order.number()).waitFor();
        window.inspect("care-order");
        page.locator("#action-inquiry").click();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).isVisible();
        page.locator("#action-callback").click();
        PlaywrightAssertions.assertThat(page.locator("#action-reached")).isVisible();
        shop.settle();
        checks.that(
                shop.get("customer-care", "/order-service/api/v1/journeys/" + order.journeyId())
                        .ok()
                        .path("promises")
                        .findValuesAsText("kind")
                        .contains("CALLBACK"),
                title() + ": the call is promised");
    }
}
