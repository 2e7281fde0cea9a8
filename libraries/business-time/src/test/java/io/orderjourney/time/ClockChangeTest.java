package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Business time across daylight saving. In Warsaw 02:00 is skipped on 29 March 2026, and 02:00 comes twice on 25 October 2026. */
class ClockChangeTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final Duration MILLI = Duration.ofMillis(1);

    private static BusinessCalendar calendar(ZoneId zone, String hours) {
        return new BusinessCalendar(zone, WeeklyHours.parse(hours), Holidays.none());
    }

    private static Instant utc(String text) {
        return Instant.parse(text);
    }

    @Test
    void the_same_wall_clock_hours_are_an_hour_earlier_in_summer() {
        BusinessCalendar desk = calendar(WARSAW, "Mon-Sun 09:00-20:00");

        assertThat(desk.nextOpen(utc("2026-03-28T00:00:00Z"))).isEqualTo(utc("2026-03-28T08:00:00Z"));
        assertThat(desk.nextOpen(utc("2026-03-29T00:00:00Z"))).isEqualTo(utc("2026-03-29T07:00:00Z"));
        assertThat(desk.closingAt(utc("2026-10-24T10:00:00Z"))).isEqualTo(utc("2026-10-24T18:00:00Z"));
        assertThat(desk.closingAt(utc("2026-10-25T10:00:00Z"))).isEqualTo(utc("2026-10-25T19:00:00Z"));
        // Eleven hours of work every day, whatever the night between was.
        assertThat(desk.between(utc("2026-03-28T08:00:00Z"), utc("2026-03-30T18:00:00Z")))
                .isEqualTo(Duration.ofHours(33));
    }

    @Test
    void a_night_shift_has_its_real_length() {
        BusinessCalendar night = calendar(WARSAW, "Mon-Sun 00:00-06:00");

        assertThat(night.between(utc("2026-03-28T22:00:00Z"), utc("2026-03-29T22:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
        assertThat(night.between(utc("2026-10-24T20:00:00Z"), utc("2026-10-25T20:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void an_edge_in_the_skipped_hour_lies_at_the_change() {
        Instant change = utc("2026-03-29T01:00:00Z");
        BusinessCalendar opensInTheGap = calendar(WARSAW, "Mon-Sun 02:30-06:00");
        BusinessCalendar closesInTheGap = calendar(WARSAW, "Mon-Sun 00:00-02:30");
        BusinessCalendar onlyInTheGap = calendar(WARSAW, "Mon-Sun 02:10-02:50");

        assertThat(opensInTheGap.isOpen(change.minus(MILLI))).isFalse();
        assertThat(opensInTheGap.isOpen(change)).isTrue();
        assertThat(closesInTheGap.isOpen(change.minus(MILLI))).isTrue();
        assertThat(closesInTheGap.isOpen(change)).isFalse();
        assertThat(closesInTheGap.covers(change)).isTrue();
        assertThat(onlyInTheGap.isOpenDay(LocalDate.of(2026, 3, 29))).isFalse();
        assertThat(onlyInTheGap.nextOpen(change)).isEqualTo(utc("2026-03-30T00:10:00Z"));
    }

    @Test
    void an_edge_in_the_repeated_hour_opens_at_the_first_and_closes_at_the_second() {
        // 02:30 is 00:30Z, and again 01:30Z.
        BusinessCalendar opens = calendar(WARSAW, "Mon-Sun 02:30-06:00");
        BusinessCalendar closes = calendar(WARSAW, "Mon-Sun 01:00-02:30");

        assertThat(opens.nextOpen(utc("2026-10-25T00:00:00Z"))).isEqualTo(utc("2026-10-25T00:30:00Z"));
        assertThat(closes.closingAt(utc("2026-10-25T00:00:00Z"))).isEqualTo(utc("2026-10-25T01:30:00Z"));
        assertThat(closes.between(utc("2026-10-24T20:00:00Z"), utc("2026-10-25T20:00:00Z")))
                .isEqualTo(Duration.ofMinutes(150));
    }

    @Test
    void two_ranges_that_the_repeated_hour_pushes_together_are_worked_once() {
        BusinessCalendar calendar = calendar(WARSAW, "Mon-Sun 01:00-02:20, 02:40-05:00");

        // From 01:00 (23:00Z) to 05:00 (04:00Z) without a break: 02:20 is over for the second time only at 01:20Z,
        // after 02:40 came first.
        assertThat(calendar.between(utc("2026-10-24T20:00:00Z"), utc("2026-10-25T20:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void moscow_changes_no_clocks() {
        ZoneId moscow = ZoneId.of("Europe/Moscow");
        BusinessCalendar night = calendar(moscow, "Mon-Sun 00:00-06:00");

        for (String day : new String[] {"2026-03-28", "2026-10-24"}) {
            Instant start = utc(day + "T21:00:00Z");
            assertThat(night.between(start, start.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofHours(6));
            assertThat(night.plus(start, Duration.ofHours(6))).isEqualTo(start.plus(Duration.ofHours(6)));
        }
    }

    @Test
    void moscow_had_its_last_change_in_2014() {
        BusinessCalendar day = calendar(ZoneId.of("Europe/Moscow"), "Mon-Sun 00:00-24:00");

        assertThat(day.closingAt(utc("2014-10-25T21:00:00Z"))).isEqualTo(utc("2014-10-26T21:00:00Z"));
        assertThat(Duration.between(
                        day.openingAt(utc("2014-10-26T00:00:00Z")), day.closingAt(utc("2014-10-26T00:00:00Z"))))
                .isEqualTo(Duration.ofHours(25));
    }

    @Test
    void a_zone_that_skips_midnight_starts_its_day_at_the_change() {
        // São Paulo, 4 November 2018: 00:00 did not exist, the day began at 01:00 (03:00Z).
        BusinessCalendar calendar = calendar(ZoneId.of("America/Sao_Paulo"), "Mon-Sun 00:00-06:00");

        assertThat(calendar.nextOpen(utc("2018-11-03T20:00:00Z"))).isEqualTo(utc("2018-11-04T03:00:00Z"));
        assertThat(calendar.between(utc("2018-11-03T20:00:00Z"), utc("2018-11-04T20:00:00Z")))
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void a_zone_that_goes_back_over_midnight_has_no_instant_in_two_days() {
        // St. John's, 7 November 2010: at 00:01 (02:31Z) back to 23:01 of the day before; the new day had begun at
        // 02:30Z.
        BusinessCalendar calendar = calendar(ZoneId.of("America/St_Johns"), "Mon-Sun 00:00-24:00");
        Instant yesterdayAgain = utc("2010-11-07T02:45:00Z");

        assertThat(calendar.businessDayAt(utc("2010-11-07T02:29:59.999Z"))).isEqualTo(LocalDate.of(2010, 11, 6));
        assertThat(calendar.businessDayAt(yesterdayAgain)).isEqualTo(LocalDate.of(2010, 11, 7));
        assertThat(calendar.openingAt(yesterdayAgain)).isEqualTo(utc("2010-11-07T02:30:00Z"));
        assertThat(calendar.closingAt(yesterdayAgain)).isEqualTo(utc("2010-11-08T03:30:00Z"));
        assertThat(calendar.between(utc("2010-11-06T12:00:00Z"), utc("2010-11-08T12:00:00Z")))
                .isEqualTo(Duration.ofDays(2));
    }

    @Test
    void a_day_that_shows_its_midnight_twice_begins_at_the_first() {
        // Havana, 1 November 2026: at 01:00 (05:00Z) back to 00:00; 00:30 comes twice and both are in the new day.
        BusinessCalendar havana = calendar(ZoneId.of("America/Havana"), "Mon-Sun 00:00-24:00");

        assertThat(havana.openingAt(utc("2026-11-01T05:30:00Z"))).isEqualTo(utc("2026-11-01T04:00:00Z"));
        assertThat(havana.businessDayAt(utc("2026-11-01T05:30:00Z"))).isEqualTo(LocalDate.of(2026, 11, 1));
    }

    @Test
    void the_date_is_that_of_the_zone_west_and_east_of_greenwich() {
        BusinessCalendar newYork = calendar(ZoneId.of("America/New_York"), "Mon-Sun 00:00-24:00");
        BusinessCalendar auckland = calendar(ZoneId.of("Pacific/Auckland"), "Mon-Sun 00:00-24:00");

        assertThat(newYork.businessDayAt(utc("2026-03-03T04:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(newYork.businessDayAt(utc("2026-03-03T05:00:00.001Z"))).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(auckland.businessDayAt(utc("2026-03-02T10:59:59.999Z"))).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(auckland.businessDayAt(utc("2026-03-02T11:00:00.001Z"))).isEqualTo(LocalDate.of(2026, 3, 3));
    }
}
