package io.orderjourney.notification.answers;

import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishPolicyTest {

    private static final Instant NOW = at("2026-01-12T10:00");

    @Test
    void a_requested_time_lies_in_the_future_and_not_years_away() {
        assertThat(WishPolicy.time("2026-01-12T10:00", NOW, WARSAW)).isEmpty();
        assertThat(WishPolicy.time("2026-01-12T10:00:00.001", NOW, WARSAW)).isPresent();
        assertThat(WishPolicy.time("2026-01-13T15:30", NOW, WARSAW)).contains(at("2026-01-13T15:30"));
        Instant last = NOW.plus(WishPolicy.AHEAD_MAX);
        assertThat(WishPolicy.time(last.atZone(WARSAW).toLocalDateTime().toString(), NOW, WARSAW))
                .contains(last);
        assertThat(WishPolicy.time(
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
    void anything_but_a_time_is_no_wish(String wish) {
        assertThat(WishPolicy.time(wish, NOW, WARSAW)).isEmpty();
    }
}
