package io.orderjourney.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import io.orderjourney.journeytests.story.Desks;

/** The same people, who act at their screens: they log in, find the order by its number and press a button. */
final class BrowserDesks extends Desks {

    private final Shop shop;
    private final String orderId;
    private final Checks checks;
    private final Browser browser;

    BrowserDesks(Shop shop, String orderId, Checks checks, Browser browser) {
        super(shop, orderId, checks);
        this.shop = shop;
        this.orderId = orderId;
        this.checks = checks;
        this.browser = browser;
    }

    @Override
    protected void logConfirmationCall() {
        press("anna", "sales", "reached");
    }

    @Override
    protected void completeApplication() {
        press("ewa", "credit", "complete");
    }

    /** At the order whose customer comes today; an expert without one is checked in from elsewhere. */
    @Override
    protected void expertChecksIn(String expert, String pickupPoint) {
        JsonNode appointment = application().ok().path("appointment");
        if (appointment.path("expertId").asText().equals(expert)) {
            press("ewa", "credit", "expert-in");
        } else {
            super.expertChecksIn(expert, pickupPoint);
        }
    }

    @Override
    protected boolean sign(String expertId) {
        return press("ewa", "credit", "signed");
    }

    @Override
    protected void startSearch(String lastSeen) {
        press("ewa", "credit", "search");
    }

    @Override
    protected void findsPapers() {
        press("ewa", "credit", "papers");
    }

    @Override
    protected boolean handsOver() {
        return press("piotr", "pickup", "hand-over");
    }

    /** @return whether the screen says that it is done */
    private boolean press(String person, String desk, String action) {
        String title = person + " at " + desk;
        try (Window window = new Window(browser, shop.frontDoor(), title, checks, null)) {
            Page page = window.page();
            window.logIn(person, "/desk/" + desk);
            Desk screen = new Desk(page);
            String number = number();
            if (desk.equals("pickup")) {
                screen.scan(number);
            } else {
                screen.openByKeyboard(number);
            }
            page.locator("#action-" + action).click();
            screen.doNow();
            PlaywrightAssertions.assertThat(page.locator(".oj-toast")).isVisible();
            boolean done = page.locator(".oj-toast-good").count() > 0;
            checks.that(
                    done,
                    title + ": " + action + " was done, and not refused: "
                            + page.locator(".oj-toast").textContent());
            shop.settle();
            return done;
        }
    }

    private String number() {
        JsonNode order =
                shop.get("sales", "/order-service/api/v1/orders/" + orderId).ok();
        return order.path("orderNumber").asText();
    }
}
