package io.orderjourney.notification.notices;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TripPolicyTest {

    private static final BusinessCalendar COUNTER = TERMS.calendar(Desk.PICKUP_POINT);

    @ParameterizedTest
    @CsvSource({
        // now, the customer's time, to be called before
        "12T19:50, 13T09:00, 12T20:00",
        "12T14:00, 13T09:00, 12T14:30",
        "12T14:00, 12T15:10, 12T14:10",
        // An hour on the way: who comes at 14:50 may be leaving now.
        "12T14:00, 12T14:50, 12T14:10",
        // In the night, for the time at which the counter opens: nobody waits until it is open.
        "12T22:00, 13T09:00, 12T22:10",
        "12T22:00, 13T15:00, 13T09:30",
        // Told no time: they come within the hours.
        "12T19:50, , 12T20:00",
        "12T14:00, , 12T14:30"
    })
    void customers_are_called_before_they_leave(String now, @Nullable String comes, String before) {
        Instant from = january(now);
        Optional<Instant> comesAt = Optional.ofNullable(comes).map(TripPolicyTest::january);

        assertThat(TripPolicy.callBefore(from, COUNTER.plus(from, Duration.ofMinutes(30)), comesAt, COUNTER))
                .isEqualTo(january(before));
    }

    @Test
    void who_may_come_at_any_moment_has_no_time() {
        assertThat(TripPolicy.comesAt(
                        List.of(window(PromiseKind.PICKUP_SLOT, "2026-01-12T09:00", "2026-01-15T20:00")),
                        at("2026-01-12T10:00")))
                .isEmpty();
        assertThat(TripPolicy.comesAt(
                        List.of(window(PromiseKind.PICKUP_SLOT, "2026-01-13T09:00", "2026-01-13T09:30")),
                        at("2026-01-12T10:00")))
                .contains(at("2026-01-13T09:00"));
    }

    private static Instant january(String time) {
        return at("2026-01-" + time);
    }
}
