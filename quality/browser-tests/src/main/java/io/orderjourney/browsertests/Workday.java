package io.orderjourney.browsertests;

import io.orderjourney.journeytests.shop.QuietWeek;
import io.orderjourney.journeytests.shop.Shop;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/** Brings a stack to a morning on which every desk works. */
final class Workday {

    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private Workday() {}

    /** Ten o'clock on the next Monday of a week without a holiday. */
    static void begin(Shop shop) {
        Instant now = shop.now();
        shop.advance(Duration.between(
                now,
                monday(now.atZone(QuietWeek.SHOP_ZONE).toLocalDate())
                        .atTime(MORNING)
                        .atZone(QuietWeek.SHOP_ZONE)
                        .toInstant()));
    }

    private static LocalDate monday(LocalDate today) {
        // Quiet weeks come in pairs: after the first of them, the second is near.
        LocalDate quiet = QuietWeek.mondayAfter(today.minusWeeks(1));
        return quiet.isAfter(today) ? quiet : today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }
}
