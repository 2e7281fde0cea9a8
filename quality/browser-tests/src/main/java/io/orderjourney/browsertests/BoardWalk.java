package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** The manager looks at what is open now and at how promises ended. */
final class BoardWalk implements Walk {

    @Override
    public String title() {
        return "MANAGEMENT reads the board";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        new Customers(shop).order("Jan Kowalski", "ON_PICKUP", "en");
        Page page = window.page();
        window.logIn("irena", "/desk/board");
        window.inspect("board");
        checks.that(page.locator("main table").count() > 0, title() + ": its numbers stand in a table too");
    }
}
