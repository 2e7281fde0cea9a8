package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** CREDIT completes an application on the phone and sends it to the bank, while the queue stays as it was. */
final class CreditWalk implements Walk {

    @Override
    public String title() {
        return "CREDIT completes an application and sends it to the bank";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).confirmedOrder("Jan Kowalski", "CREDIT", "pl");
        Page page = window.page();
        window.logIn("ewa", "/desk/credit");
        window.inspect("credit-queue");

        Desk desk = new Desk(page);
        desk.rowOf(order.number()).click();
        desk.panel(order.number()).waitFor();
        window.inspect("credit-application");
        page.locator("#action-complete").click();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).isVisible();
        PlaywrightAssertions.assertThat(page.locator("#action-complete")).hasCount(0);
        shop.settle();
        checks.that(
                shop.get("credit", "/credit-service/api/v1/applications?journeyId=" + order.journeyId())
                        .ok()
                        .path("items")
                        .path(0)
                        .path("state")
                        .asText()
                        .equals("SUBMITTED"),
                title() + ": the bank has the application");
    }
}
