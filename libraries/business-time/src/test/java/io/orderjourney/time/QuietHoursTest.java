package io.orderjourney.time;

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

class QuietHoursTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), WARSAW);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    @Test
    void the_night_begins_at_its_first_millisecond_and_is_over_at_its_end() {
        assertThat(NIGHT.isQuiet(at("2026-03-02T20:59:59.999"))).isFalse();
        assertThat(NIGHT.isQuiet(at("2026-03-02T21:00"))).isTrue();
        assertThat(NIGHT.isQuiet(at("2026-03-03T00:00"))).isTrue();
        assertThat(NIGHT.isQuiet(at("2026-03-03T07:59:59.999"))).isTrue();
        assertThat(NIGHT.isQuiet(at("2026-03-03T08:00"))).isFalse();
    }

    @Test
    void a_message_of_the_night_waits_for_the_morning() {
        assertThat(NIGHT.endOfQuiet(at("2026-03-02T21:00"))).isEqualTo(at("2026-03-03T08:00"));
        assertThat(NIGHT.endOfQuiet(at("2026-03-03T03:00"))).isEqualTo(at("2026-03-03T08:00"));
        assertThat(NIGHT.endOfQuiet(at("2026-03-03T08:00"))).isEqualTo(at("2026-03-03T08:00"));
        assertThat(NIGHT.endOfQuiet(at("2026-03-03T12:34:56.789"))).isEqualTo(at("2026-03-03T12:34:56.789"));
    }

    @Test
    void the_latest_useful_time_before_the_night_is_its_last_waking_millisecond() {
        assertThat(NIGHT.latestAwakeAtOrBefore(at("2026-03-02T21:00"))).isEqualTo(at("2026-03-02T20:59:59.999"));
        assertThat(NIGHT.latestAwakeAtOrBefore(at("2026-03-03T07:59"))).isEqualTo(at("2026-03-02T20:59:59.999"));
        assertThat(NIGHT.latestAwakeAtOrBefore(at("2026-03-03T08:00"))).isEqualTo(at("2026-03-03T08:00"));
    }

    @Test
    void quiet_hours_within_one_day_do_not_cross_midnight() {
        QuietHours siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0), WARSAW);

        assertThat(siesta.isQuiet(at("2026-03-02T23:00"))).isFalse();
        assertThat(siesta.isQuiet(at("2026-03-02T14:00"))).isTrue();
        assertThat(siesta.endOfQuiet(at("2026-03-02T14:00"))).isEqualTo(at("2026-03-02T15:00"));
        assertThat(siesta.latestAwakeAtOrBefore(at("2026-03-02T14:00"))).isEqualTo(at("2026-03-02T12:59:59.999"));
    }

    @Test
    void a_night_that_begins_in_the_hour_that_is_repeated_began_when_it_was_shown_first() {
        QuietHours night = new QuietHours(LocalTime.of(2, 0), LocalTime.of(9, 0), WARSAW);
        Instant firstTwo = Instant.parse("2026-10-25T00:00:00Z");

        assertThat(night.latestAwakeAtOrBefore(firstTwo.plus(Duration.ofMinutes(65))))
                .isEqualTo(firstTwo.minusMillis(1));
    }

    @Test
    void a_waking_time_that_the_clock_skips_lets_one_night_follow_the_other() {
        QuietHours night = new QuietHours(LocalTime.of(3, 0), LocalTime.of(2, 0), WARSAW);

        assertThat(night.endOfQuiet(at("2026-03-29T01:00"))).isEqualTo(at("2026-03-30T02:00"));
        assertThat(night.latestAwakeAtOrBefore(at("2026-03-29T12:00"))).isEqualTo(at("2026-03-28T02:59:59.999"));
    }

    @Test
    void who_has_no_quiet_hours_is_never_disturbed() {
        QuietHours none = new QuietHours(LocalTime.NOON, LocalTime.NOON, WARSAW);

        assertThat(none.isQuiet(at("2026-03-02T12:00"))).isFalse();
        assertThat(none.endOfQuiet(at("2026-03-02T12:00"))).isEqualTo(at("2026-03-02T12:00"));
    }

    @Test
    void the_morning_comes_an_hour_sooner_or_later_when_the_clocks_change() {
        assertThat(Duration.between(at("2026-03-28T21:00"), NIGHT.endOfQuiet(at("2026-03-28T21:00"))))
                .isEqualTo(Duration.ofHours(10));
        assertThat(Duration.between(at("2026-10-24T21:00"), NIGHT.endOfQuiet(at("2026-10-24T21:00"))))
                .isEqualTo(Duration.ofHours(12));
    }

    /** Agreement with looking at the wall clock minute by minute, with edges in the skipped and in the repeated hour too. */
    @ParameterizedTest
    @CsvSource({
        "21:00, 08:00, Europe/Warsaw",
        "21:00, 02:30, Europe/Warsaw",
        "02:30, 07:00, Europe/Warsaw",
        "02:45, 03:30, Europe/Warsaw",
        "02:10, 02:50, Europe/Warsaw",
        "22:00, 02:00, Europe/Warsaw",
        "22:00, 03:00, Europe/Warsaw",
        "03:00, 09:00, Europe/Warsaw",
        "23:30, 00:30, America/Havana",
        "22:00, 09:00, Europe/Moscow",
        "01:45, 02:15, Australia/Lord_Howe"
    })
    void it_agrees_with_looking_at_the_wall_clock_every_minute(LocalTime from, LocalTime until, ZoneId zone) {
        QuietHours quiet = new QuietHours(from, until, zone);
        Random random = new Random(20260329);
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond() / 60;
        for (int i = 0; i < 3_000; i++) {
            Instant at = Instant.ofEpochSecond((start + random.nextInt(365 * 24 * 60)) * 60);
            assertAgrees(quiet, at);
        }
        for (String change :
                new String[] {"2026-03-29", "2026-10-25", "2026-03-08", "2026-11-01", "2026-04-04", "2026-10-03"}) {
            Instant noonBefore = Instant.parse(change + "T00:00:00Z").minus(Duration.ofHours(12));
            for (int minute = 0; minute < 36 * 60; minute++) {
                assertAgrees(quiet, noonBefore.plus(Duration.ofMinutes(minute)));
            }
        }
    }

    private static void assertAgrees(QuietHours quiet, Instant at) {
        Instant end = at;
        while (quiet.isQuiet(end)) {
            end = end.plusSeconds(60);
        }
        assertThat(quiet.endOfQuiet(at)).as("end of quiet at %s", at).isEqualTo(end);

        if (!quiet.isQuiet(at)) {
            assertThat(quiet.latestAwakeAtOrBefore(at)).isEqualTo(at);
            return;
        }
        Instant begin = at;
        while (quiet.isQuiet(begin.minusMillis(1))) {
            begin = begin.minusSeconds(60);
        }
        assertThat(quiet.latestAwakeAtOrBefore(at)).as("awake before %s", at).isEqualTo(begin.minusMillis(1));
    }
}
