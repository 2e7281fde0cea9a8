package io.orderjourney.journeytests.story;

import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stories beside the one on credit: each kind of journey, each end, and what customers ask. */
enum ShortStories {
    PAID_AT_COUNTER(
            "the phone is on the shelf, and is paid when it is collected",
            (shop, checks) -> new CollectedStory(shop, checks, "ON_PICKUP")),
    PAID_BEFORE(
            "the phone is on the shelf, and was paid before it is collected",
            (shop, checks) -> new CollectedStory(shop, checks, "PREPAID")),
    COLLECTED_WITH_CODE("somebody else collects the phone, with a code", CollectedWithCodeStory::new),
    DAMAGED("at the counter the phone turns out to be scratched, and another one comes", DamagedStory::new),
    DELIVERY("a courier brings the phone: late, to somebody who is not at home, then again", DeliveryStory::new),
    PARCEL_RETURNED(
            "the courier meets no one, no other day is chosen, and the parcel comes back", ParcelReturnedStory::new),
    CREDIT_REFUSED("the bank refuses, and the customer chooses no other way to pay", CreditRefusedStory::new),
    CREDIT_PAID_OTHERWISE(
            "a pay slip is missing, then the bank refuses, and the customer pays at the counter",
            CreditPaidOtherwiseStory::new),
    CREDIT_LOWER("the bank lends a part, and the customer cancels", CreditLowerStory::new),
    CANCELLED("the customer cancels by the button of a message", CancelledStory::new),
    CANCELLED_BY_SHOP("the shop cannot deliver, and says so itself", CancelledByShopStory::new),
    UNREACHABLE("no call and no message is answered", UnreachableStory::new),
    NOT_COLLECTED("the phone is ready, and its customer does not come", NotCollectedStory::new),
    OUTAGE("the shop's mail is down on a Saturday, ten minutes after an order", OutageStory::new),
    QUESTION(
            "a question needs two days: acknowledged, put off with a date before it slips, answered",
            QuestionStory::new),
    CRUSHED_BOX(
            "a parcel is late, then its box is crushed: an apology, a gift, and a marked box next time",
            CrushedBoxStory::new),
    WHEN("a customer who only wants to know when, and calls because the shop has no date", WhenStory::new);

    /** The long one, which is played if none is named. */
    static final String CREDIT = "credit";

    private final String plot;
    private final BiFunction<Shop, Checks, Story> story;

    ShortStories(String plot, BiFunction<Shop, Checks, Story> story) {
        this.plot = plot;
        this.story = story;
    }

    Story of(Shop shop, Checks checks) {
        return story.apply(shop, checks);
    }

    /** The name on the command line, such as {@code paid-at-counter}. */
    String shownName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every story by name, and what happens in it. */
    static void list(PrintStream out) {
        String line = "%-22s %s%n";
        out.printf(line, CREDIT, "two weeks, eight delays, one phone on credit; played if none is named");
        for (ShortStories story : values()) {
            out.printf(line, story.shownName(), story.plot);
        }
    }

    /**
     * The stories to play in this order; {@code all} is every one, none is the long one.
     *
     * @throws IllegalArgumentException if one of them is unknown, before the first is played
     */
    static List<String> named(List<String> wished) {
        List<String> names = wished.isEmpty()
                ? List.of(CREDIT)
                : wished.equals(List.of("all"))
                        ? Stream.concat(Stream.of(CREDIT), Stream.of(values()).map(ShortStories::shownName))
                                .toList()
                        : wished;
        names.stream().filter(name -> !name.equals(CREDIT)).forEach(ShortStories::called);
        return names;
    }

    /** @throws IllegalArgumentException naming all of them */
    static ShortStories called(String name) {
        return Stream.of(values())
                .filter(story -> story.shownName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No story is called " + name + "; there are " + CREDIT
                        + ", "
                        + Stream.of(values()).map(ShortStories::shownName).collect(Collectors.joining(", "))));
    }
}
