package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any calendar, instant and duration; and agreement with {@link MinuteByMinuteCalendar}, which is slow and obvious. */
class BusinessCalendarPropertiesTest {

    private static final int CASES = 20_000;
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 1, 1);

    private static final Map<LocalDate, List<OpeningRange>> SPECIAL_DAYS = Map.of(
            LocalDate.of(2026, 12, 20), List.of(OpeningRange.parse("10:00-24:00")),
            LocalDate.of(2027, 4, 14), List.of(),
            LocalDate.of(2027, 12, 24), List.of(OpeningRange.parse("08:00-10:00"), OpeningRange.parse("11:00-12:00")));

    private record Shop(String name, ZoneId zone, WeeklyHours hours, Holidays holidays) {
        BusinessCalendar calendar() {
            return new BusinessCalendar(zone, hours, holidays, SPECIAL_DAYS);
        }

        MinuteByMinuteCalendar reference() {
            return new MinuteByMinuteCalendar(zone, hours, holidays, SPECIAL_DAYS, FROM, UNTIL);
        }
    }

    static Stream<Arguments> shops() {
        return Stream.of(
                        new Shop(
                                "Warsaw desk",
                                ZoneId.of("Europe/Warsaw"),
                                WeeklyHours.parse("Mon-Fri 09:00-20:00; Sat 10:00-16:00"),
                                Holidays.of("PL")),
                        new Shop(
                                "Ljubljana with lunch",
                                ZoneId.of("Europe/Ljubljana"),
                                WeeklyHours.parse("Mon-Thu 08:15-12:00, 12:30-17:45; Fri 08:15-13:07"),
                                Holidays.of("SI")),
                        new Shop(
                                "Moscow every day",
                                ZoneId.of("Europe/Moscow"),
                                WeeklyHours.parse("Mon-Sun 10:00-22:00"),
                                Holidays.of("RU")),
                        new Shop(
                                "Warsaw around the clock",
                                ZoneId.of("Europe/Warsaw"),
                                WeeklyHours.parse("Mon-Sun 00:00-24:00"),
                                Holidays.none()),
                        new Shop(
                                "Warsaw night shift",
                                ZoneId.of("Europe/Warsaw"),
                                WeeklyHours.parse("Mon-Fri 00:00-06:00, 22:00-24:00"),
                                Holidays.of("PL")),
                        new Shop(
                                "One hour a week on Lord Howe",
                                ZoneId.of("Australia/Lord_Howe"),
                                WeeklyHours.parse("Wed 12:00-13:00"),
                                Holidays.none()))
                .map(shop -> Arguments.of(Named.of(shop.name(), shop)));
    }

    @ParameterizedTest
    @MethodSource("shops")
    void the_time_between_a_start_and_the_start_plus_a_time_is_that_time(Shop shop) {
        BusinessCalendar calendar = shop.calendar();
        Random random = new Random(20260302);
        for (int i = 0; i < CASES; i++) {
            Instant start = instant(random);
            Duration time = duration(random);
            Instant end = calendar.plus(start, time);

            assertThat(calendar.between(start, end))
                    .as("%s + %s = %s", start, time, end)
                    .isEqualTo(time);
            assertThat(calendar.between(end, start)).isEqualTo(time.negated());
            assertThat(calendar.covers(end))
                    .as("%s + %s = %s is inside hours", start, time, end)
                    .isTrue();
            assertThat(end).isAfterOrEqualTo(start);
        }
    }

    @ParameterizedTest
    @MethodSource("shops")
    void taking_what_was_added_leads_back_inside_hours_with_no_business_time_between(Shop shop) {
        BusinessCalendar calendar = shop.calendar();
        Random random = new Random(20260303);
        for (int i = 0; i < CASES; i++) {
            Instant start = instant(random);
            Duration time = duration(random);
            Instant back = calendar.minus(calendar.plus(start, time), time);

            assertThat(calendar.covers(back))
                    .as("%s + %s - it = %s", start, time, back)
                    .isTrue();
            assertThat(calendar.between(start, back))
                    .as("%s + %s - it = %s", start, time, back)
                    .isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("shops")
    void a_later_start_or_a_longer_time_never_ends_earlier(Shop shop) {
        BusinessCalendar calendar = shop.calendar();
        Random random = new Random(20260304);
        for (int i = 0; i < CASES; i++) {
            Instant start = instant(random);
            Instant later = start.plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));
            Duration time = duration(random);
            Duration longer = time.plusMillis(random.nextLong(1_000_000));

            assertThat(calendar.plus(later, time)).isAfterOrEqualTo(calendar.plus(start, time));
            assertThat(calendar.plus(start, longer)).isAfterOrEqualTo(calendar.plus(start, time));
            assertThat(calendar.minus(later, time)).isAfterOrEqualTo(calendar.minus(start, time));
            assertThat(calendar.minus(start, longer)).isBeforeOrEqualTo(calendar.minus(start, time));
            assertThat(calendar.closingAt(later)).isAfterOrEqualTo(calendar.closingAt(start));
        }
    }

    @ParameterizedTest
    @MethodSource("shops")
    void one_millisecond_either_side_of_every_edge_agrees_with_the_edge(Shop shop) {
        BusinessCalendar calendar = shop.calendar();
        calendar.openDaysFrom(FROM).limit(200).forEach(date -> {
            Instant opening =
                    calendar.openingAt(date.atTime(12, 0).atZone(shop.zone()).toInstant());
            Instant closing = calendar.closingAt(opening);

            assertThat(calendar.isOpen(opening)).isTrue();
            assertThat(calendar.isOpen(closing.minusMillis(1))).isTrue();
            assertThat(calendar.covers(closing)).isTrue();
            assertThat(calendar.nextOpen(opening.minusMillis(1))).isBeforeOrEqualTo(opening);
            assertThat(calendar.latestOpenAtOrBefore(closing.plusMillis(1))).isAfterOrEqualTo(closing);
            assertThat(calendar.covers(opening.minusMillis(1))).isEqualTo(calendar.isOpen(opening.minusMillis(1)));
        });
    }

    @ParameterizedTest
    @MethodSource("shops")
    void it_agrees_with_a_calendar_that_counts_every_minute_of_two_years(Shop shop) {
        BusinessCalendar calendar = shop.calendar();
        MinuteByMinuteCalendar reference = shop.reference();
        for (int minute = 0; minute < reference.minutes(); minute++) {
            boolean open = calendar.isOpen(reference.instant(minute));
            if (open != reference.isOpen(minute)) {
                assertThat(open).as("open at %s", reference.instant(minute)).isEqualTo(reference.isOpen(minute));
            }
        }
        Random random = new Random(20260305);
        int margin = 100 * 24 * 60;
        for (int i = 0; i < CASES; i++) {
            int a = margin + random.nextInt(reference.minutes() - 2 * margin);
            int b = margin + random.nextInt(reference.minutes() - 2 * margin);
            int time = random.nextInt(8) == 0 ? 0 : random.nextInt(500);

            assertThat(calendar.between(reference.instant(a), reference.instant(b)))
                    .as("between %s and %s", reference.instant(a), reference.instant(b))
                    .isEqualTo(Duration.ofMinutes(reference.between(a, b)));
            assertThat(calendar.plus(reference.instant(a), Duration.ofMinutes(time)))
                    .as("%s plus %d minutes", reference.instant(a), time)
                    .isEqualTo(reference.instant(reference.plus(a, time)));
            assertThat(calendar.minus(reference.instant(a), Duration.ofMinutes(time)))
                    .as("%s minus %d minutes", reference.instant(a), time)
                    .isEqualTo(reference.instant(reference.minus(a, time)));
            assertThat(calendar.nextOpen(reference.instant(a))).isEqualTo(reference.instant(reference.nextOpen(a)));
            assertThat(calendar.latestOpenAtOrBefore(reference.instant(a)))
                    .isEqualTo(reference.instant(reference.minus(a, 0)));
            assertThat(calendar.covers(reference.instant(a))).isEqualTo(reference.covers(a));
        }
    }

    /** Often exactly on an hour, because bugs live on edges. */
    private static Instant instant(Random random) {
        long hours = random.nextInt(2 * 365 * 24);
        long within = random.nextInt(4) == 0 ? random.nextInt(3) - 1 : random.nextInt(3_600_000);
        return FROM.atStartOfDay(ZoneId.of("UTC"))
                .toInstant()
                .plus(Duration.ofHours(hours))
                .plusMillis(within);
    }

    private static Duration duration(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofHours(random.nextInt(30));
            case 1 -> Duration.ofMillis(random.nextInt(3));
            case 2 -> Duration.ofMinutes(random.nextInt(3_000));
            default -> Duration.ofMillis(random.nextInt(100_000_000));
        };
    }
}
