package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.util.List;

/** A customer who lost the link finds their order by its number and address, and sees where to write instead. */
final class StrangerWalk implements Walk {

    @Override
    public String title() {
        return "A customer who lost the link finds their order";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).order("Jan Kowalski", "ON_PICKUP", "en");
        Page page = window.page();
        page.navigate("/notification-service/o");
        window.inspect("lost-link");
        page.locator("#order-number").fill(order.number());
        page.locator("#contact").fill(order.mail());
        page.locator("main button").click();
        page.waitForURL("**/o/*");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("Phone S5");
        checks.that(!page.url().contains(order.number()), title() + ": the address of the page says nothing");

        page.navigate("/contact?language=en");
        window.inspect("contact");
        for (String inside : List.of("/q/health", "/q/metrics", "/q/openapi")) {
            checks.that(
                    page.request().get("/order-service" + inside).status() == 404,
                    title() + ": a service does not show " + inside + " to callers");
        }
    }
}
