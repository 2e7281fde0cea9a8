package io.orderjourney.time;

import static io.orderjourney.time.Rounding.HALF_HOUR;
import static io.orderjourney.time.Rounding.QUARTER_HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundingTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final BusinessCalendar DESK =
            new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Fri 09:10-13:00, 14:00-19:50"), Holidays.none());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T14:07, 2026-03-02T14:15",
        "2026-03-02T14:15, 2026-03-02T14:15",
        "2026-03-02T14:15:00.001, 2026-03-02T14:30",
        "2026-03-02T14:14:59.999, 2026-03-02T14:15",
        "2026-03-02T12:50, 2026-03-02T13:00",
        "2026-03-02T13:00, 2026-03-02T13:00",
        "2026-03-02T13:00:00.001, 2026-03-02T14:00",
        "2026-03-02T08:00, 2026-03-02T09:15",
        "2026-03-02T19:46, 2026-03-02T19:50", // closing is a mark
        "2026-03-02T19:50:00.001, 2026-03-03T09:15",
        "2026-03-06T22:00, 2026-03-09T09:15"
    })
    void a_promised_time_is_said_to_the_next_quarter_hour_inside_hours(String exact, String said) {
        assertThat(QUARTER_HOUR.up(at(exact), DESK)).isEqualTo(at(said));
    }

    @Test
    void half_hours_are_the_coarser_mark() {
        assertThat(HALF_HOUR.up(at("2026-03-02T14:15"), DESK)).isEqualTo(at("2026-03-02T14:30"));
    }

    @Test
    void marks_are_those_of_the_wall_clock_also_in_a_zone_off_the_hour() {
        ZoneId kathmandu = ZoneId.of("Asia/Kathmandu"); // five and three quarter hours before UTC
        BusinessCalendar desk =
                new BusinessCalendar(kathmandu, WeeklyHours.parse("Mon-Sun 09:00-20:00"), Holidays.none());
        Instant exact =
                LocalDateTime.parse("2026-03-02T14:07").atZone(kathmandu).toInstant();

        assertThat(HALF_HOUR.up(exact, desk).atZone(kathmandu).toLocalTime()).isEqualTo(LocalTime.of(14, 30));
        assertThat(Rounding.HOUR.up(exact, desk).atZone(kathmandu).toLocalTime())
                .isEqualTo(LocalTime.of(15, 0));
    }

    @Test
    void a_part_of_a_millisecond_after_a_mark_goes_to_the_next() {
        assertThat(QUARTER_HOUR.up(at("2026-03-02T14:15").plusNanos(1), DESK)).isEqualTo(at("2026-03-02T14:30"));
    }

    @Test
    void closing_at_midnight_is_a_mark() {
        BusinessCalendar late =
                new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon 18:00-24:00; Wed 09:10-12:00"), Holidays.none());

        assertThat(HALF_HOUR.up(at("2026-03-03T00:00"), late)).isEqualTo(at("2026-03-03T00:00"));
        assertThat(HALF_HOUR.up(at("2026-03-02T23:40"), late)).isEqualTo(at("2026-03-03T00:00"));
        assertThat(HALF_HOUR.up(at("2026-03-03T00:00:00.001"), late)).isEqualTo(at("2026-03-04T09:30"));
    }

    @ParameterizedTest
    @EnumSource(Rounding.class)
    void what_is_said_is_inside_hours_never_earlier_and_stays_when_said_again(Rounding rounding) {
        Random random = new Random(20260302);
        Instant start = at("2026-01-01T00:00");
        for (int i = 0; i < 20_000; i++) {
            Instant exact =
                    start.plusMillis(random.nextLong(Duration.ofDays(365).toMillis()));
            Instant said = rounding.up(exact, DESK);

            assertThat(said).isAfterOrEqualTo(exact);
            assertThat(DESK.covers(said)).as("%s said as %s", exact, said).isTrue();
            assertThat(rounding.up(said, DESK)).isEqualTo(said);
            assertThat(DESK.between(exact, said)).isLessThan(Duration.ofHours(1));
        }
    }
}
