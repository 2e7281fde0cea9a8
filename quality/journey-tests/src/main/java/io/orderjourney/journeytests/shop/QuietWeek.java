package io.orderjourney.journeytests.shop;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** Ordinary weeks to play in. */
public final class QuietWeek {

    /** The shop's time zone. */
    public static final ZoneId SHOP_ZONE = ZoneId.of("Europe/Warsaw");

    private QuietWeek() {}

    /**
     * A Monday with two weeks before it and three after it in which the shop keeps no public holiday: in February, or, for who
     * asks in one of these weeks, the next one.
     */
    public static LocalDate mondayAfter(LocalDate today) {
        LocalDate february = monday(LocalDate.of(today.getYear(), 2, 8));
        if (february.isAfter(today)) {
            return february;
        }
        LocalDate next = monday(today.plusDays(1));
        return next.isBefore(LocalDate.of(today.getYear(), 3, 1))
                ? next
                : monday(LocalDate.of(today.getYear() + 1, 2, 8));
    }

    private static LocalDate monday(LocalDate from) {
        return from.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
