package io.orderjourney.planted.time.order.orders;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import java.util.function.Supplier;

/** Every way to look at a machine's clock or zone. */
final class ManyClocks {

    Instant instant() {
        return Instant.now();
    }

    Instant instantOfClock(Clock clock) {
        return Instant.now(clock);
    }

    Supplier<Instant> instantByReference() {
        return Instant::now;
    }

    Supplier<Instant> instantInLambda() {
        return () -> Instant.now();
    }

    LocalDate localDate() {
        return LocalDate.now(ZoneId.of("Europe/Warsaw"));
    }

    LocalDateTime localDateTime() {
        return LocalDateTime.now();
    }

    LocalTime localTime() {
        return LocalTime.now();
    }

    OffsetDateTime offsetDateTime() {
        return OffsetDateTime.now();
    }

    ZonedDateTime zonedDateTime() {
        return ZonedDateTime.now();
    }

    Year year() {
        return Year.now();
    }

    YearMonth yearMonth() {
        return YearMonth.now();
    }

    Clock systemClock() {
        return Clock.systemUTC();
    }

    Clock tickingClock() {
        return Clock.tickMillis(ZoneId.of("UTC"));
    }

    InstantSource source() {
        return InstantSource.system();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    Date date() {
        return new Date();
    }

    Supplier<Date> dateByReference() {
        return Date::new;
    }

    Calendar calendar() {
        return Calendar.getInstance();
    }

    Calendar gregorian() {
        return new GregorianCalendar();
    }

    ZoneId zone() {
        return ZoneId.systemDefault();
    }

    TimeZone timeZone() {
        return TimeZone.getDefault();
    }
}
