package io.orderjourney.notification.answers;

import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferredTimePolicyTest {

    private static final Instant NOW = at("2026-01-12T10:00");

    @Test
    void a_preferred_time_is_at_most_90_days_ahead() {
        assertThat(PreferredTimePolicy.time("2026-01-12T10:00", NOW, WARSAW)).isEmpty();
        assertThat(PreferredTimePolicy.time("2026-01-12T10:00:00.001", NOW, WARSAW))
                .isPresent();
        assertThat(PreferredTimePolicy.time("2026-01-13T15:30", NOW, WARSAW)).contains(at("2026-01-13T15:30"));
        Instant last = NOW.plus(PreferredTimePolicy.AHEAD_MAX);
        assertThat(PreferredTimePolicy.time(
                        last.atZone(WARSAW).toLocalDateTime().toString(), NOW, WARSAW))
                .contains(last);
        assertThat(PreferredTimePolicy.time(
                        last.plusMillis(1).atZone(WARSAW).toLocalDateTime().toString(), NOW, WARSAW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-02-30T10:00",
                "2026-01-13",
                "2026-01-13T15:30Z",
                "+999999999-12-31T23:59",
                "please call my wife on +48600100200"
            })
    void anything_but_a_time_is_refused(String time) {
        assertThat(PreferredTimePolicy.time(time, NOW, WARSAW)).isEmpty();
    }
}
