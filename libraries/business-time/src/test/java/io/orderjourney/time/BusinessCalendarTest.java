package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final BusinessCalendar DESK =
            new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Fri 09:00-20:00; Sat 10:00-16:00"), Holidays.of("PL"));
    private static final BusinessCalendar WITH_LUNCH =
            new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Fri 09:00-13:00, 14:00-18:00"), Holidays.none());
    private static final BusinessCalendar AROUND_THE_CLOCK =
            new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Sun 00:00-24:00"), Holidays.none());

    // Monday 2 March to Sunday 8 March 2026 is an ordinary week.
    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    @Test
    void the_desk_opens_at_the_opening_instant_and_not_a_millisecond_earlier() {
        assertThat(DESK.isOpen(at("2026-03-02T09:00").minus(MILLI))).isFalse();
        assertThat(DESK.isOpen(at("2026-03-02T09:00"))).isTrue();
        assertThat(DESK.covers(at("2026-03-02T09:00").minus(MILLI))).isFalse();
        assertThat(DESK.covers(at("2026-03-02T09:00"))).isTrue();
    }

    @Test
    void a_promise_may_be_due_exactly_at_closing_and_not_a_millisecond_later() {
        assertThat(DESK.isOpen(at("2026-03-02T20:00").minus(MILLI))).isTrue();
        assertThat(DESK.isOpen(at("2026-03-02T20:00"))).isFalse();
        assertThat(DESK.covers(at("2026-03-02T20:00"))).isTrue();
        assertThat(DESK.covers(at("2026-03-02T20:00").plus(MILLI))).isFalse();
    }

    @Test
    void the_next_opening_of_an_open_instant_is_itself() {
        Instant noon = at("2026-03-02T12:00");
        assertThat(DESK.nextOpen(noon)).isEqualTo(noon);
        assertThat(DESK.nextOpen(at("2026-03-02T08:59:59.999"))).isEqualTo(at("2026-03-02T09:00"));
        assertThat(DESK.nextOpen(at("2026-03-02T20:00"))).isEqualTo(at("2026-03-03T09:00"));
        assertThat(DESK.nextOpen(at("2026-03-07T16:00"))).isEqualTo(at("2026-03-09T09:00"));
        assertThat(WITH_LUNCH.nextOpen(at("2026-03-02T13:00"))).isEqualTo(at("2026-03-02T14:00"));
    }

    @Test
    void the_latest_due_time_before_a_closed_instant_is_the_closing() {
        Instant noon = at("2026-03-02T12:00");
        assertThat(DESK.latestOpenAtOrBefore(noon)).isEqualTo(noon);
        assertThat(DESK.latestOpenAtOrBefore(at("2026-03-02T20:00"))).isEqualTo(at("2026-03-02T20:00"));
        assertThat(DESK.latestOpenAtOrBefore(at("2026-03-02T20:00:00.001"))).isEqualTo(at("2026-03-02T20:00"));
        assertThat(DESK.latestOpenAtOrBefore(at("2026-03-09T08:59:59.999"))).isEqualTo(at("2026-03-07T16:00"));
        assertThat(WITH_LUNCH.latestOpenAtOrBefore(at("2026-03-02T13:30"))).isEqualTo(at("2026-03-02T13:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // from, business time, result
        "2026-03-02T10:00, PT2H, 2026-03-02T12:00",
        "2026-03-02T19:00, PT1H, 2026-03-02T20:00",
        "2026-03-02T19:00, PT1H0.001S, 2026-03-03T09:00:00.001",
        "2026-03-02T20:00, PT1M, 2026-03-03T09:01",
        "2026-03-02T20:00, PT0S, 2026-03-02T20:00",
        "2026-03-02T20:00:00.001, PT0S, 2026-03-03T09:00",
        "2026-03-02T05:00, PT0S, 2026-03-02T09:00",
        "2026-03-02T05:00, PT11H, 2026-03-02T20:00",
        "2026-03-06T19:00, PT2H, 2026-03-07T11:00",
        "2026-03-07T15:30, PT1H, 2026-03-09T09:30",
        "2026-03-02T09:00, PT61H, 2026-03-07T16:00",
        "2026-03-02T09:00, PT61H0.001S, 2026-03-09T09:00:00.001",
        "2026-12-23T19:30, PT1H, 2026-12-28T09:30", // 24, 25 and 26 December are holidays, 27 is a Sunday
    })
    void business_time_is_added_only_while_the_desk_works(String from, Duration businessTime, String result) {
        assertThat(DESK.plus(at(from), businessTime)).isEqualTo(at(result));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T12:00, PT2H, 2026-03-02T10:00",
        "2026-03-02T10:00, PT1H, 2026-03-02T09:00",
        "2026-03-03T10:00, PT1H0.001S, 2026-03-02T19:59:59.999",
        "2026-03-03T09:00, PT1M, 2026-03-02T19:59",
        "2026-03-03T09:00, PT0S, 2026-03-03T09:00",
        "2026-03-03T08:59:59.999, PT0S, 2026-03-02T20:00",
        "2026-03-09T09:30, PT1H, 2026-03-07T15:30",
        "2026-03-07T16:00, PT61H, 2026-03-02T09:00",
        "2026-12-28T09:30, PT1H, 2026-12-23T19:30",
    })
    void business_time_is_taken_only_while_the_desk_works(String from, Duration businessTime, String result) {
        assertThat(DESK.minus(at(from), businessTime)).isEqualTo(at(result));
    }

    @Test
    void adding_a_negative_time_is_taking_it() {
        Instant noon = at("2026-03-02T12:00");
        assertThat(DESK.plus(noon, Duration.ofHours(-2))).isEqualTo(at("2026-03-02T10:00"));
        assertThat(DESK.minus(noon, Duration.ofHours(-2))).isEqualTo(at("2026-03-02T14:00"));
    }

    @Test
    void the_lunch_break_is_no_business_time() {
        assertThat(WITH_LUNCH.plus(at("2026-03-02T12:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-02T14:30"));
        assertThat(WITH_LUNCH.between(at("2026-03-02T12:30"), at("2026-03-02T14:30")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(WITH_LUNCH.between(at("2026-03-02T13:00"), at("2026-03-02T14:00")))
                .isZero();
    }

    @Test
    void slack_is_signed() {
        Instant due = at("2026-03-02T19:00");
        Instant expected = at("2026-03-03T10:00");
        assertThat(DESK.between(due, expected)).isEqualTo(Duration.ofHours(2));
        assertThat(DESK.between(expected, due)).isEqualTo(Duration.ofHours(-2));
        assertThat(DESK.between(due, due)).isZero();
        assertThat(DESK.between(at("2026-03-07T16:00"), at("2026-03-09T09:00"))).isZero();
        assertThat(DESK.between(at("2026-03-02T00:00"), at("2026-03-09T00:00"))).isEqualTo(Duration.ofHours(61));
    }

    @Test
    void the_business_day_of_a_closed_instant_is_the_one_that_follows() {
        assertThat(DESK.closingAt(at("2026-03-02T12:00"))).isEqualTo(at("2026-03-02T20:00"));
        assertThat(DESK.closingAt(at("2026-03-02T05:00"))).isEqualTo(at("2026-03-02T20:00"));
        assertThat(DESK.closingAt(at("2026-03-02T20:00"))).isEqualTo(at("2026-03-02T20:00"));
        assertThat(DESK.closingAt(at("2026-03-02T20:00:00.001"))).isEqualTo(at("2026-03-03T20:00"));
        assertThat(DESK.closingAt(at("2026-03-08T12:00"))).isEqualTo(at("2026-03-09T20:00"));
        assertThat(DESK.openingAt(at("2026-03-02T12:00"))).isEqualTo(at("2026-03-02T09:00"));
        assertThat(DESK.openingAt(at("2026-03-08T12:00"))).isEqualTo(at("2026-03-09T09:00"));
        assertThat(DESK.businessDayAt(at("2026-03-08T12:00"))).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(WITH_LUNCH.closingAt(at("2026-03-02T13:30"))).isEqualTo(at("2026-03-02T18:00"));
    }

    @Test
    void a_closing_at_midnight_belongs_to_the_day_that_ends() {
        BusinessCalendar late = new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon 18:00-24:00"), Holidays.none());
        Instant midnight = at("2026-03-03T00:00");

        assertThat(late.isOpen(midnight)).isFalse();
        assertThat(late.covers(midnight)).isTrue();
        assertThat(late.covers(midnight.plus(MILLI))).isFalse();
        assertThat(late.closingAt(midnight)).isEqualTo(midnight);
        assertThat(late.openingAt(midnight)).isEqualTo(at("2026-03-02T18:00"));
        assertThat(late.latestOpenAtOrBefore(at("2026-03-05T12:00"))).isEqualTo(midnight);
        assertThat(late.plus(midnight, Duration.ZERO)).isEqualTo(midnight);
    }

    @Test
    void around_the_clock_business_time_is_time() {
        Instant start = at("2026-02-11T13:37:11.123");
        Duration oddly = Duration.ofDays(400).plusMillis(12_345);
        assertThat(AROUND_THE_CLOCK.plus(start, oddly)).isEqualTo(start.plus(oddly));
        assertThat(AROUND_THE_CLOCK.minus(start, oddly)).isEqualTo(start.minus(oddly));
        assertThat(AROUND_THE_CLOCK.between(start, start.plus(oddly))).isEqualTo(oddly);
        assertThat(AROUND_THE_CLOCK.isOpen(at("2026-03-03T00:00"))).isTrue();
    }

    @Test
    void holidays_are_closed_and_special_days_win_over_everything() {
        LocalDate openSunday = LocalDate.of(2026, 3, 8);
        LocalDate constitutionDay = LocalDate.of(2027, 5, 3);
        LocalDate stockTaking = LocalDate.of(2026, 3, 4);
        List<OpeningRange> short_day = List.of(OpeningRange.parse("10:00-14:00"));
        BusinessCalendar calendar = new BusinessCalendar(
                WARSAW,
                WeeklyHours.parse("Mon-Fri 09:00-20:00"),
                Holidays.of("PL").withClosures(Set.of(LocalDate.of(2026, 3, 5))),
                Map.of(openSunday, short_day, constitutionDay, short_day, stockTaking, List.of()));

        assertThat(calendar.isOpenDay(openSunday)).isTrue();
        assertThat(calendar.hoursOn(openSunday)).isEqualTo(short_day);
        assertThat(calendar.isOpenDay(constitutionDay)).isTrue();
        assertThat(DESK.isOpenDay(constitutionDay)).isFalse();
        assertThat(calendar.isOpenDay(stockTaking)).isFalse();
        assertThat(calendar.isOpenDay(LocalDate.of(2026, 3, 5))).isFalse();
        assertThat(calendar.openDaysFrom(LocalDate.of(2026, 3, 3)).limit(4))
                .containsExactly(
                        LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 6), openSunday, LocalDate.of(2026, 3, 9));
    }

    @Test
    void a_promise_before_christmas_eve_in_poland_ends_after_the_holidays() {
        Instant placed = at("2026-12-23T19:00");

        assertThat(DESK.isOpen(at("2026-12-24T12:00"))).isFalse();
        assertThat(DESK.closingAt(at("2026-12-24T12:00"))).isEqualTo(at("2026-12-28T20:00"));
        assertThat(DESK.plus(placed, Duration.ofHours(2))).isEqualTo(at("2026-12-28T10:00"));
    }

    @Test
    void a_calendar_that_never_opens_is_refused_at_construction() {
        assertThatThrownBy(() -> new BusinessCalendar(WARSAW, WeeklyHours.parse("closed"), Holidays.none()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never opens");
        assertThatThrownBy(() -> new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon 09:00-20:00"), date -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("never opens");
    }

    @Test
    void a_desk_closed_for_more_than_a_year_is_an_error_and_not_an_endless_search() {
        LocalDate shut = LocalDate.of(2030, 1, 1);
        BusinessCalendar calendar =
                new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Sun 09:00-20:00"), date -> !date.isBefore(shut));

        assertThatThrownBy(() -> calendar.nextOpen(at("2030-01-01T12:00")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("2030-01-02");
        assertThatThrownBy(() -> calendar.latestOpenAtOrBefore(at("2032-01-01T12:00")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_span_beyond_a_century_is_a_mistake() {
        Instant noon = at("2026-03-02T12:00");
        assertThatThrownBy(() -> DESK.plus(noon, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DESK.between(noon, noon.plus(Duration.ofDays(40_000))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ranges_of_a_special_day_may_not_overlap() {
        assertThatThrownBy(() -> new BusinessCalendar(
                        WARSAW,
                        WeeklyHours.parse("Mon 09:00-20:00"),
                        Holidays.none(),
                        Map.of(
                                LocalDate.of(2026, 3, 8),
                                List.of(OpeningRange.parse("09:00-12:00"), OpeningRange.parse("11:00-13:00")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-03-08");
    }
}
