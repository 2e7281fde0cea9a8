package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** CREDIT completes an application on the phone and sends it to the bank: by going on to the next customer before the ten seconds are over. */
final class CreditWalk implements Walk {

    @Override
    public String title() {
        return "CREDIT completes an application and sends it to the bank";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).confirmedOrder("Jan Kowalski", "CREDIT", "pl");
        Customers.Placed next = new Customers(shop).confirmedOrder("Ewa Zając", "CREDIT", "pl");
        Page page = window.page();
        window.logIn("ewa", "/desk/credit");
        window.inspect("credit-queue");

        Desk desk = new Desk(page);
        desk.rowOf(order.number()).click();
        desk.panel(order.number()).waitFor();
        window.inspect("credit-application");
        page.locator("#action-complete").click();
        desk.rowOf(next.number()).click();
        desk.panel(next.number()).waitFor();
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
