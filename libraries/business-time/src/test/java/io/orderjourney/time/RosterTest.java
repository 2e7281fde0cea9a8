package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.time.Roster.Shift;
import io.orderjourney.time.Roster.Slot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The credit experts of one pickup point on Monday 2 and Tuesday 3 March 2026. */
class RosterTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final Roster roster = new Roster(List.of(
            new Shift("Olga", at("2026-03-03T09:00"), at("2026-03-03T17:00")),
            new Shift("Olga", at("2026-03-02T09:00"), at("2026-03-02T17:00")),
            new Shift("Janez", at("2026-03-02T12:00"), at("2026-03-02T20:00"))));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Ljubljana")).toInstant();
    }

    @Test
    void a_person_is_on_duty_from_the_first_to_the_last_millisecond_of_the_shift() {
        assertThat(roster.onDuty(at("2026-03-02T08:59:59.999"))).isEmpty();
        assertThat(roster.onDuty(at("2026-03-02T09:00"))).containsExactly("Olga");
        assertThat(roster.onDuty(at("2026-03-02T12:00"))).containsExactly("Janez", "Olga");
        assertThat(roster.onDuty(at("2026-03-02T16:59:59.999"))).containsExactly("Janez", "Olga");
        assertThat(roster.onDuty(at("2026-03-02T17:00"))).containsExactly("Janez");
    }

    @Test
    void an_appointment_must_lie_wholly_inside_a_shift() {
        assertThat(roster.covers("Olga", at("2026-03-02T16:30"), at("2026-03-02T17:00")))
                .isTrue();
        assertThat(roster.covers("Olga", at("2026-03-02T16:30"), at("2026-03-02T17:00:00.001")))
                .isFalse();
        assertThat(roster.covers("Olga", at("2026-03-02T08:59:59.999"), at("2026-03-02T09:30")))
                .isFalse();
        assertThat(roster.covers("Ana", at("2026-03-02T10:00"), at("2026-03-02T10:30")))
                .isFalse();
    }

    @Test
    void shifts_of_one_person_that_touch_are_one() {
        Roster split = new Roster(List.of(
                new Shift("Olga", at("2026-03-02T13:00"), at("2026-03-02T17:00")),
                new Shift("Janez", at("2026-03-02T12:00"), at("2026-03-02T14:00")),
                new Shift("Olga", at("2026-03-02T09:00"), at("2026-03-02T13:00"))));

        assertThat(split.covers("Olga", at("2026-03-02T12:30"), at("2026-03-02T13:30")))
                .isTrue();
        assertThat(split.shifts())
                .containsExactly(
                        new Shift("Olga", at("2026-03-02T09:00"), at("2026-03-02T17:00")),
                        new Shift("Janez", at("2026-03-02T12:00"), at("2026-03-02T14:00")));
    }

    @Test
    void the_next_slot_is_the_earliest_of_anybody_and_the_first_name_among_equals() {
        assertThat(roster.nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Olga", at("2026-03-02T09:00"), at("2026-03-02T09:30")));
        assertThat(roster.nextCovered(at("2026-03-02T13:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Janez", at("2026-03-02T13:00"), at("2026-03-02T13:30")));
    }

    @Test
    void a_slot_keeps_its_distance_from_the_beginning_of_the_shift() {
        assertThat(roster.nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, Duration.ofHours(1)))
                .contains(new Slot("Olga", at("2026-03-02T10:00"), at("2026-03-02T10:30")));
        assertThat(roster.nextCovered(at("2026-03-02T17:00"), HALF_AN_HOUR, Duration.ofHours(1)))
                .contains(new Slot("Janez", at("2026-03-02T17:00"), at("2026-03-02T17:30")));
    }

    @Test
    void a_slot_that_would_outlast_the_shift_is_on_another_day() {
        assertThat(roster.nextCovered(at("2026-03-02T19:30"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Janez", at("2026-03-02T19:30"), at("2026-03-02T20:00")));
        assertThat(roster.nextCovered(at("2026-03-02T19:30:00.001"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Olga", at("2026-03-03T09:00"), at("2026-03-03T09:30")));
        assertThat(roster.nextCovered(at("2026-03-03T16:30:00.001"), HALF_AN_HOUR, AT_ONCE))
                .isEmpty();
    }

    @Test
    void an_absence_uncovers_the_appointments_in_it_and_no_others() {
        Roster ill = roster.without("Olga", at("2026-03-02T10:00"), at("2026-03-02T12:00"));

        assertThat(ill.covers("Olga", at("2026-03-02T09:30"), at("2026-03-02T10:00")))
                .isTrue();
        assertThat(ill.covers("Olga", at("2026-03-02T09:30"), at("2026-03-02T10:00:00.001")))
                .isFalse();
        assertThat(ill.covers("Olga", at("2026-03-02T11:59:59.999"), at("2026-03-02T12:30")))
                .isFalse();
        assertThat(ill.covers("Olga", at("2026-03-02T12:00"), at("2026-03-02T12:30")))
                .isTrue();
        assertThat(ill.onDuty(at("2026-03-02T11:00"))).isEmpty();
        assertThat(ill.covers("Janez", at("2026-03-02T12:00"), at("2026-03-02T20:00")))
                .isTrue();
        assertThat(roster.onDuty(at("2026-03-02T11:00"))).containsExactly("Olga");
    }

    @Test
    void who_comes_back_from_an_absence_may_be_late_again() {
        Roster ill = roster.without("Olga", at("2026-03-02T08:00"), at("2026-03-03T12:00"));

        assertThat(ill.nextCovered(at("2026-03-03T08:00"), HALF_AN_HOUR, HALF_AN_HOUR))
                .contains(new Slot("Olga", at("2026-03-03T12:30"), at("2026-03-03T13:00")));
    }

    @Test
    void an_absence_of_the_whole_roster_leaves_nothing() {
        Roster strike = roster.without("Olga", at("2026-03-01T00:00"), at("2026-04-01T00:00"))
                .without("Janez", at("2026-03-01T00:00"), at("2026-04-01T00:00"));

        assertThat(strike.nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, AT_ONCE))
                .isEmpty();
        assertThat(strike).isEqualTo(new Roster(List.of()));
    }

    @Test
    void a_booked_expert_is_on_duty_but_not_free() {
        Roster busy = roster.booked("Olga", at("2026-03-02T09:15"), at("2026-03-02T10:00"))
                .booked("Olga", at("2026-03-02T10:20"), at("2026-03-02T11:00"));

        assertThat(busy.covers("Olga", at("2026-03-02T09:15"), at("2026-03-02T10:00")))
                .isTrue();
        assertThat(busy.isFree("Olga", at("2026-03-02T09:15"), at("2026-03-02T10:00")))
                .isFalse();
        assertThat(busy.isFree("Olga", at("2026-03-02T10:00"), at("2026-03-02T10:20")))
                .isTrue();
        assertThat(busy.isFree("Olga", at("2026-03-02T08:00"), at("2026-03-02T08:30")))
                .isFalse();
        // 09:00 is too short, 10:00 is too short: an appointment is no beginning of a shift, so no distance is kept.
        assertThat(busy.nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Olga", at("2026-03-02T11:00"), at("2026-03-02T11:30")));
        assertThat(busy.nextCovered(at("2026-03-02T08:00"), Duration.ofMinutes(15), AT_ONCE))
                .contains(new Slot("Olga", at("2026-03-02T09:00"), at("2026-03-02T09:15")));
        assertThat(busy.nextCovered(at("2026-03-02T09:01"), Duration.ofMinutes(15), HALF_AN_HOUR))
                .contains(new Slot("Olga", at("2026-03-02T10:00"), at("2026-03-02T10:15")));
    }

    @Test
    void bookings_are_kept_in_mind_in_whatever_order_they_came() {
        Roster busy = roster.booked("Olga", at("2026-03-02T09:30"), at("2026-03-02T10:00"))
                .booked("Olga", at("2026-03-02T09:00"), at("2026-03-02T09:30"));

        assertThat(busy.nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Olga", at("2026-03-02T10:00"), at("2026-03-02T10:30")));
    }

    @Test
    void a_shift_that_is_over_gives_no_slot_even_to_a_long_lead() {
        assertThat(roster.nextCovered(at("2026-03-02T17:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Janez", at("2026-03-02T17:00"), at("2026-03-02T17:30")));
        assertThat(roster.nextCovered(at("2026-03-03T17:00"), HALF_AN_HOUR, AT_ONCE))
                .isEmpty();
    }

    @Test
    void one_person_can_be_asked_alone() {
        Roster janez = roster.booked("Janez", at("2026-03-02T12:00"), at("2026-03-02T13:00"))
                .booked("Olga", at("2026-03-02T13:00"), at("2026-03-02T14:00"))
                .only("Janez"::equals);
        assertThat(janez)
                .isEqualTo(new Roster(List.of(new Shift("Janez", at("2026-03-02T12:00"), at("2026-03-02T20:00"))))
                        .booked("Janez", at("2026-03-02T12:00"), at("2026-03-02T13:00")))
                .isNotEqualTo(roster);
        assertThat(roster.only("Janez"::equals).nextCovered(at("2026-03-02T08:00"), HALF_AN_HOUR, AT_ONCE))
                .contains(new Slot("Janez", at("2026-03-02T12:00"), at("2026-03-02T12:30")));
    }

    @Test
    void what_ends_before_it_begins_is_refused() {
        Instant noon = at("2026-03-02T12:00");
        assertThatThrownBy(() -> new Shift("Olga", noon, noon)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roster.without("Olga", noon, noon.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roster.covers("Olga", noon, noon)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> roster.nextCovered(noon, Duration.ZERO, AT_ONCE))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
