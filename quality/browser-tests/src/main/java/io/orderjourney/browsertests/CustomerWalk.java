package io.orderjourney.browsertests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nobody calls; the customer gets a mail with a new time, opens its link and accepts. */
final class CustomerWalk implements Walk {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/o/[A-Za-z0-9._~-]+");

    @Override
    public String title() {
        return "A customer accepts the new time from the link in the mail";
    }

    @Override
    public void walk(Shop shop, Window window, Checks checks) {
        Customers.Placed order = new Customers(shop).order("Jan Kowalski", "ON_PICKUP", "en");
        Mailbox mailbox = new Mailbox(shop, order.mail(), "+48600000000");
        String link = "";
        for (int halfHours = 0; halfHours < 16 && link.isEmpty(); halfHours++) {
            shop.advance(Duration.ofMinutes(30));
            mailbox.look();
            link = mailbox.all().stream()
                    .filter(mail -> mail.title().startsWith("A new time"))
                    .map(mail -> LINK.matcher(mail.text()))
                    .filter(Matcher::find)
                    .map(Matcher::group)
                    .findFirst()
                    .orElse("");
        }
        checks.that(!link.isEmpty(), title() + ": a mail with a link came before the old time passed");
        Page page = window.page();
        page.navigate(link);
        window.inspect("customer-page");
        page.locator("button[name=answer][value=ACCEPT]").first().click();
        PlaywrightAssertions.assertThat(page.locator("[role=status]").first()).isVisible();
        window.inspect("customer-accepted");
    }
}
