package io.orderjourney.browsertests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** A customer calls and asks where the order is; CUSTOMER_CARE finds them by name, logs it, promises a call, and cancels in the end. */
final class CareWalk implements Walk {

    @Override
    public String title() {
        return "CUSTOMER_CARE finds a caller by name, promises a call, and cancels with a second thought";
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
        desk.doNow();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).isVisible();
        page.locator("#action-callback").click();
        desk.doNow();
        PlaywrightAssertions.assertThat(page.locator("#action-reached")).isVisible();
        shop.settle();
        checks.that(
                shop.get("customer-care", "/order-service/api/v1/journeys/" + order.journeyId())
                        .ok()
                        .path("promises")
                        .findValuesAsText("kind")
                        .contains("CALLBACK"),
                title() + ": the call is promised");
        cancel(shop, page, order, checks);
    }

    /** A slip of the finger is taken back; what was meant is done. */
    private void cancel(Shop shop, Page page, Customers.Placed order, Checks checks) {
        page.locator("details:has(#action-cancel) > summary, #cancel-reason")
                .first()
                .click();
        page.locator("#cancel-reason").fill("Rozmyśliła się");
        page.locator("#action-cancel").click();
        PlaywrightAssertions.assertThat(page.locator("[data-oj-undo]")).isFocused();
        page.keyboard().press("u");
        PlaywrightAssertions.assertThat(page.locator("[data-oj-undo]")).hasCount(0);
        checks.that(state(shop, order).equals("CONFIRMED"), title() + ": what was undone has not happened");

        page.locator("#action-cancel").click();
        new Desk(page).doNow();
        PlaywrightAssertions.assertThat(page.locator("#action-cancel")).hasCount(0);
        checks.that(state(shop, order).equals("CANCELLED_BY_CUSTOMER"), title() + ": what was meant is done");
    }

    private static String state(Shop shop, Customers.Placed order) {
        return shop.get("sales", "/order-service/api/v1/orders/" + order.journeyId())
                .ok()
                .path("state")
                .asText();
    }
}
