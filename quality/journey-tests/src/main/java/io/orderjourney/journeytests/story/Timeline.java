package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Lets the story's days pass a quarter of an hour at a time, and looks at the answer card and the mailbox each time. */
final class Timeline {

    static final ZoneId SHOP_ZONE = QuietWeek.SHOP_ZONE;

    private static final Duration STEP = Duration.ofMinutes(15);

    private final Shop shop;
    private final Checks checks;
    private final LocalDate monday;

    private String journeyId = "";
    private Mailbox mailbox;
    private int cardsSeen;

    Timeline(Shop shop, Checks checks, Mailbox mailbox) {
        this.shop = shop;
        this.checks = checks;
        this.mailbox = mailbox;
        this.monday = QuietWeek.mondayAfter(shop.now().atZone(SHOP_ZONE).toLocalDate());
    }

    void watch(String journey) {
        this.journeyId = journey;
    }

    /** The instant at this time of the story's n-th day; day 1 is a Monday. */
    Instant at(int day, int hour, int minute) {
        return monday.plusDays(day - 1L)
                .atTime(LocalTime.of(hour, minute))
                .atZone(SHOP_ZONE)
                .toInstant();
    }

    /** Jumps to the first morning; nobody waits for anything yet. */
    void begin() {
        shop.advance(Duration.between(shop.now(), at(1, 9, 30)));
    }

    void passUntil(Instant target) {
        for (Instant now = shop.now(); now.isBefore(target); now = shop.now()) {
            Duration left = Duration.between(now, target);
            shop.advance(left.compareTo(STEP) < 0 ? left : STEP);
            see();
        }
    }

    /** Waits until all that was just done has had its effect. */
    void look() {
        shop.settle();
        see();
    }

    private void see() {
        mailbox.look();
        if (!journeyId.isEmpty()) {
            lookAtCard();
        }
    }

    int cardsSeen() {
        return cardsSeen;
    }

    private void lookAtCard() {
        JsonNode card = shop.get("customer-care", "/order-service/api/v1/journeys/" + journeyId)
                .ok();
        cardsSeen++;
        JsonNode next = card.path("nextStep");
        boolean named = next.hasNonNull("text") && next.hasNonNull("desk") && next.hasNonNull("dueAt");
        checks.that(
                named || !card.path("open").asBoolean(),
                "the answer card named the next step, its owner and its time at "
                        + shop.now().atZone(SHOP_ZONE));
    }
}
