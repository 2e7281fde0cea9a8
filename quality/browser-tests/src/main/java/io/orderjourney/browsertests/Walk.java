package io.orderjourney.browsertests;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;

/** One person's way through the product. */
interface Walk {

    /** In one line, for the report. */
    String title();

    /**
     * Walks it. What is needed is prepared over REST, what the person does is done in the browser.
     *
     * @throws RuntimeException if the way ends before its end
     */
    void walk(Shop shop, Window window, Checks checks);
}
