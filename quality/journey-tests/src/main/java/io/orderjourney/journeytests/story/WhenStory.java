package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The phone is on no shelf and on no lorry, and all that its customer wants to know is when. Until there is a date, they know at any
 * time when they hear next; and when they call all the same, the shop counts that against itself and calls back sooner.
 */
final class WhenStory extends ShortStory {

    private static final String UPDATE = "We have asked the supplier for a date. They answer us tomorrow morning.";

    private final String purchaseOrder = UUID.randomUUID().toString();

    WhenStory(Shop shop, Checks checks) {
        super(shop, checks, "wants.to.know", "+48600700891");
    }

    @Override
    public void play() {
        begin(0);
        order("PREPAID");
        thereIsNoDateYet();
        theyCallAllTheSame();
        aWordThatTheShopOwes();
        thereIsADate();
        theyCollectIt();
    }

    private void thereIsNoDateYet() {
        passKnowingWhen(timeline.at(1, 10, 15));
        checks.that(nextStep().equals("NEXT_UPDATE"), "where no date can be given, the next word has one");
        checks.that(wasWritten("You will hear from us by"), "the customer was told by when they hear next");
    }

    private void theyCallAllTheSame() {
        Instant before = nextDueAt();
        JsonNode promised = callIsMissed();
        checks.that(card().path("chases").asInt() == 1, "that the customer had to ask is counted");
        checks.that(promised.path("kind").asText().equals("CALLBACK"), "they are promised a call");
        checks.that(
                nextStep().equals("CALLBACK") && nextDueAt().isBefore(before),
                "the journey is more urgent than before: the call comes before the word that was promised");
        passKnowingWhen(timeline.at(1, 10, 45));
        callBack();
        checks.that(nextDueAt().equals(before), "what was promised before the call stands");
    }

    /** Given in time, and followed by the next one: silence has a time at which it ends. */
    private void aWordThatTheShopOwes() {
        passKnowingWhen(nextDueAt().minus(Duration.ofHours(2)));
        String owed = say(UPDATE);
        passKnowingWhen(shop.now().plus(Duration.ofMinutes(30)));
        checks.that(wasWritten(UPDATE), "the word reached the customer");
        checks.that(
                nextStep().equals("NEXT_UPDATE")
                        && !openPromise("NEXT_UPDATE").path("id").asText().equals(owed),
                "and the next one has a time already");
    }

    private void thereIsADate() {
        passKnowingWhen(timeline.at(2, 9, 30));
        shop.put("operator", supplier(""), """
                        {"supplier":"mobile-import","pickupPoint":"WAW-02","etaAt":"%s",
                         "lines":[{"sku":"PHONE-S5","quantity":1}]}
                        """.formatted(timeline.at(4, 10, 0))).ok();
        passKnowingWhen(timeline.at(2, 10, 0));
        checks.that(openPromise("PICKUP_READY").hasNonNull("dueAt"), "the pickup day follows from the supplier's date");
        say("The supplier has answered: your phone leaves them this week.");
        passKnowingWhen(timeline.at(2, 10, 30));
        checks.that(wasWritten("be ready for pickup by"), "the word that was owed told the date");
        checks.that(openPromise("NEXT_UPDATE").isMissingNode(), "who has a date waits for no other word");
    }

    /** Customer care gives the word that is owed; its id. */
    private String say(String text) {
        String owed = openPromise("NEXT_UPDATE").path("id").asText();
        shop.post(
                        "customer-care",
                        "/notification-service/api/v1/next-updates/" + owed,
                        "{\"text\":\"%s\"}".formatted(text))
                .ok();
        return owed;
    }

    private void theyCollectIt() {
        passKnowingWhen(timeline.at(4, 9, 45));
        shop.post(
                        "operator",
                        supplier("/arrive"),
                        "{\"pickupPoint\":\"WAW-02\",\"lines\":[{\"sku\":\"PHONE-S5\",\"quantity\":1}]}")
                .ok();
        passUntilTold("Ready for pickup", 1);
        timeline.passUntil(timeline.at(4, 15, 0));
        checks.that(new Desks(shop, orderId(), checks).handsOver(), "the counter handed the phone over");
        timeline.look();
        checkEnd("COMPLETED");
        checks.that(card().path("chases").asInt() == 1, "they did not have to ask again");
    }

    /** Time passes, and at no time is the customer without a date that is still to come. */
    private void passKnowingWhen(Instant until) {
        while (shop.now().isBefore(until)) {
            Instant soon = shop.now().plus(Duration.ofMinutes(15));
            timeline.passUntil(soon.isBefore(until) ? soon : until);
            checks.that(
                    nextDueAt().isAfter(shop.now()),
                    "what the customer waits for has a time at " + shop.now().atZone(Timeline.SHOP_ZONE));
        }
    }

    /** The time of the next step; the beginning of time if it has none. */
    private Instant nextDueAt() {
        JsonNode dueAt = card().path("nextStep").path("dueAt");
        return dueAt.isTextual() ? OffsetDateTime.parse(dueAt.asText()).toInstant() : Instant.EPOCH;
    }

    private String supplier(String path) {
        return shop.simulator("supplier") + "/purchase-orders/" + purchaseOrder + path;
    }
}
