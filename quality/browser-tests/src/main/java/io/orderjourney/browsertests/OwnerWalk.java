package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.util.Map;

/** The owner looks at the policy and at what customers read, opens a pickup point in its form after a mistake, and leads an incident. */
final class OwnerWalk implements Walk {

    private static final Map<String, String> POINT = Map.of(
            "code", "LUB-01",
            "name", "Lublin Stare Miasto",
            "street", "ul. Grodzka 7",
            "postalCode", "20-112",
            "city", "Lublin",
            "phone", "+48 81 100 00 41");

    @Override
    public String title() {
        return "MANAGEMENT opens a pickup point, looks at policy and messages, and leads an incident";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Page page = window.page();
        window.logIn("irena", "/desk/board");
        way(page, "/desk/board/policy");
        window.inspect("policy");
        way(page, "/desk/board/messages");
        PlaywrightAssertions.assertThat(page.locator("section h2[lang]").first())
                .containsText("A-100042");
        window.inspect("messages");

        way(page, "/desk/shop");
        window.inspect("shop");
        page.locator("a[href='/desk/shop/points']").click();
        page.locator("button[name=do][value=save]").click();
        PlaywrightAssertions.assertThat(page.locator("#name[aria-invalid=true]"))
                .isVisible();
        window.inspect("shop-point");
        POINT.forEach((field, value) -> page.locator("#" + field).fill(value));
        page.locator("button[name=do][value=save]").click();
        PlaywrightAssertions.assertThat(page.locator(".oj-toast-good")).containsText("LUB-01");
        checks.that(
                shop.get("storefront", "/fulfillment-service/api/v1/pickup-points/LUB-01")
                        .ok()
                        .path("counter")
                        .asBoolean(),
                title() + ": customers can collect there");
        page.locator("a[href='/desk/shop/articles/PHONE-S5']").click();
        window.inspect("shop-article");
        page.navigate("/desk/shop/history");
        window.inspect("shop-history");

        way(page, "/desk/incidents");
        window.inspect("incidents");
        page.locator("select[name=kind]").selectOption("SUPPLIER_LATE");
        page.locator("input[name=title]").fill("Mobile Import delivers a week late");
        page.locator("form[hx-post='/desk/incidents'] button").click();
        PlaywrightAssertions.assertThat(page.locator("#log")).isVisible();
        window.inspect("incident");
    }

    private static void way(Page page, String path) {
        page.locator(".oj-ways a[href='" + path + "']").click();
        page.waitForURL("**" + path);
    }
}
