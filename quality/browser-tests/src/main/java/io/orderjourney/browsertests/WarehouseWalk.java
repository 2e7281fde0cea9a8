package io.orderjourney.browsertests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.util.UUID;

/** A lorry is here; WAREHOUSE opens its purchase order, sees who waits, and books in what came. */
final class WarehouseWalk implements Walk {

    private static final String STOCK = "/fulfillment-service/api/v1/stock/" + Customers.POINT + "/COVER-S5";

    @Override
    public String title() {
        return "WAREHOUSE books in what a supplier brought";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        shop.put("warehouse", STOCK, "{\"onHand\":0}").ok();
        String order = UUID.randomUUID().toString();
        shop.put("operator", shop.simulator("supplier") + "/purchase-orders/" + order, """
                        {"supplier":"mobile-import","pickupPoint":"%s","etaAt":"%s",
                         "lines":[{"sku":"COVER-S5","quantity":7}]}
                        """.formatted(
                                Customers.POINT, shop.now().plus(Duration.ofHours(2))))
                .ok();
        shop.settle();
        Page page = window.page();
        window.logIn("marek", "/desk/warehouse");
        window.inspect("warehouse-queue");

        Locator row = page.locator(".oj-row-link", new Page.LocatorOptions().setHasText("COVER-S5"));
        row.click();
        window.inspect("warehouse-purchase-order");
        page.locator("#book-in-reference").fill("WZ-" + order.substring(0, 8));
        page.locator("#action-book-in").click();
        new Desk(page).doNow();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).isVisible();
        checks.that(
                shop.get("warehouse", "/fulfillment-service/api/v1/purchase-orders/" + order)
                                .ok()
                                .path("lines")
                                .path(0)
                                .path("arrived")
                                .asInt()
                        == 7,
                title() + ": all seven are here");
    }
}
