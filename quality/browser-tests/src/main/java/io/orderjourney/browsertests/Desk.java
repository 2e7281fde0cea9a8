package io.orderjourney.browsertests;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** A desk's screen: its queue, and the panel of one order. */
final class Desk {

    /** How often Tab is pressed at most from the search to the first row. */
    private static final int TABS_MAX = 20;

    private final Page page;

    Desk(Page page) {
        this.page = page;
    }

    /** Searches for the order and opens the one row that is left, without a mouse. */
    void openByKeyboard(String orderNumber) {
        page.keyboard().press("/");
        page.keyboard().type(orderNumber);
        Locator row = rowOf(orderNumber);
        PlaywrightAssertions.assertThat(page.locator(".oj-row-link")).hasCount(1);
        for (int tabs = 0; tabs < TABS_MAX && !isFocused(row); tabs++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        panel(orderNumber).waitFor();
    }

    /** Types the number where a scanner would, and opens what is found. */
    void scan(String orderNumber) {
        page.locator("#scan").focus();
        page.keyboard().type(orderNumber);
        page.keyboard().press("Enter");
        panel(orderNumber).waitFor();
    }

    /** Does what was just asked for without waiting for the ten seconds in which it can be undone. */
    void doNow() {
        page.locator("[data-oj-do-now]").click();
    }

    Locator rowOf(String orderNumber) {
        return page.locator(".oj-row-link", new Page.LocatorOptions().setHasText(orderNumber));
    }

    Locator panel(String orderNumber) {
        return page.locator("#panel", new Page.LocatorOptions().setHasText(orderNumber));
    }

    private static boolean isFocused(Locator element) {
        return Boolean.TRUE.equals(element.evaluate("one => one === document.activeElement"));
    }
}
