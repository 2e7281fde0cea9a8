package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderjourney.contracts.Desk;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy.Window;
import io.orderjourney.promises.ShopPolicies;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The counter is open Monday to Saturday from 9 to 20, Warsaw time. */
class PickupSlotPolicyTest {

    private static final int DAYS = 3;

    private final BusinessCalendar counter = new ShopTerms(ShopPolicies.initial()).calendar(Desk.PICKUP_POINT);

    @Test
    void a_customer_told_on_monday_can_come_at_once_and_until_thursday_evening() {
        Instant monday = Instant.parse("2026-03-02T14:05:00+01:00");

        assertThat(PickupSlotPolicy.firstWindow(monday, counter, DAYS))
                .isEqualTo(new Window(monday, Instant.parse("2026-03-05T20:00:00+01:00")));
    }

    @Test
    void a_customer_told_after_closing_can_come_from_the_next_opening() {
        Instant closing = Instant.parse("2026-03-02T20:00:00+01:00");

        assertThat(PickupSlotPolicy.firstWindow(closing, counter, DAYS).startAt())
                .isEqualTo(Instant.parse("2026-03-03T09:00:00+01:00"));
        assertThat(PickupSlotPolicy.firstWindow(closing.minusMillis(1), counter, DAYS)
                        .startAt())
                .isEqualTo(closing.minusMillis(1));
    }

    @Test
    void extended_storage_ends_three_business_days_after_it_would_have_ended() {
        Instant thursdayEvening = Instant.parse("2026-03-05T20:00:00+01:00");

        assertThat(PickupSlotPolicy.extendedUntil(thursdayEvening, counter, DAYS))
                .isEqualTo(Instant.parse("2026-03-09T20:00:00+01:00"));
    }

    @Test
    void sundays_and_holidays_do_not_count() {
        Instant fridayBeforeEaster = Instant.parse("2026-04-03T12:00:00+02:00");

        // Saturday, then Easter Sunday and Easter Monday closed, Tuesday, Wednesday.
        assertThat(PickupSlotPolicy.firstWindow(fridayBeforeEaster, counter, DAYS)
                        .endAt())
                .isEqualTo(Instant.parse("2026-04-08T20:00:00+02:00"));
    }

    @Test
    void a_window_across_the_clock_change_ends_at_the_wall_clocks_closing() {
        Instant saturday = Instant.parse("2026-03-28T12:00:00+01:00");

        assertThat(PickupSlotPolicy.firstWindow(saturday, counter, DAYS).endAt())
                .isEqualTo(Instant.parse("2026-04-01T20:00:00+02:00"));
    }

    @Test
    void an_agreed_time_is_an_hour_and_at_most_two_weeks_ahead() {
        Instant now = Instant.parse("2026-03-02T14:00:00+01:00");
        Instant latest = now.plus(PickupSlotPolicy.AHEAD_MAX);

        assertThat(PickupSlotPolicy.agreed(now, now)).isEqualTo(new Window(now, now.plus(Duration.ofHours(1))));
        assertThatCode(() -> PickupSlotPolicy.agreed(latest, now)).doesNotThrowAnyException();
        assertThatExceptionOfType(PickupSlotPolicy.TooFarAhead.class)
                .isThrownBy(() -> PickupSlotPolicy.agreed(latest.plusMillis(1), now));
    }

    @Test
    void the_slots_are_whole_hours_within_the_opening_hours() {
        Instant evening = Instant.parse("2026-03-02T18:40:00+01:00");

        List<Window> slots = PickupSlotPolicy.available(evening, counter, 3);

        assertThat(slots)
                .extracting(Window::startAt)
                .containsExactly(
                        Instant.parse("2026-03-02T19:00:00+01:00"),
                        Instant.parse("2026-03-03T09:00:00+01:00"),
                        Instant.parse("2026-03-03T09:30:00+01:00"));
    }

    @Test
    void an_hour_of_the_clock_takes_so_many_customers() {
        Instant noon = Instant.parse("2026-03-02T12:00:00+01:00");
        List<Instant> agreed = List.of(noon, noon.plus(Duration.ofMinutes(30)), noon.plus(Duration.ofHours(1)));

        assertThat(PickupSlotPolicy.isFree(noon, agreed, 2, counter.zone())).isFalse();
        assertThat(PickupSlotPolicy.isFree(noon.plus(Duration.ofMinutes(59)), agreed, 3, counter.zone()))
                .isTrue();
        assertThat(PickupSlotPolicy.isFree(noon.plus(Duration.ofHours(1)), agreed, 2, counter.zone()))
                .isTrue();
    }
}
