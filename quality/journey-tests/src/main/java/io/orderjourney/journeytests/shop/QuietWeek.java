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

    /** A Monday with two weeks before it and after it in which the shop keeps no public holiday: mid-February. */
    public static LocalDate mondayAfter(LocalDate today) {
        LocalDate february = LocalDate.of(today.getYear(), 2, 8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return february.isAfter(today)
                ? february
                : LocalDate.of(today.getYear() + 1, 2, 8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }
}
