package io.orderjourney.credit.appointments;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.Roster;
import io.orderjourney.time.WeeklyHours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SlotPolicyTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);
    private static final LocalDate SUNDAY = LocalDate.of(2026, 1, 18);
    private static final BusinessCalendar DESK =
            new BusinessCalendar(WARSAW, WeeklyHours.parse("Mon-Fri 09:00-19:00; Sat 10:00-15:00"), Holidays.of("PL"));

    @Test
    void the_first_slot_of_a_shift_begins_an_hour_and_a_half_after_the_shift() {
        SlotPolicy slots = slots(shift("ewa", MONDAY, "10:00", "18:00"));

        assertThat(slots.first(at(MONDAY, "08:00"))).contains(slot("ewa", MONDAY, "11:30"));
    }

    @Test
    void a_slot_begins_on_the_full_or_half_hour() {
        SlotPolicy slots = slots(shift("ewa", MONDAY, "10:10", "18:00"));

        assertThat(slots.first(at(MONDAY, "08:00"))).contains(slot("ewa", MONDAY, "12:00"));
        assertThat(slots.first(at(MONDAY, "12:30").plusMillis(1))).contains(slot("ewa", MONDAY, "13:00"));
        assertThat(slots.first(at(MONDAY, "12:30"))).contains(slot("ewa", MONDAY, "12:30"));
    }

    @Test
    void a_slot_must_fit_into_the_shift() {
        assertThat(slots(shift("ewa", MONDAY, "10:00", "12:30")).first(at(MONDAY, "08:00")))
                .contains(slot("ewa", MONDAY, "11:30"));
        assertThat(slots(shift("ewa", MONDAY, "10:00", "12:29")).first(at(MONDAY, "08:00")))
                .isEmpty();
    }

    @Test
    void a_slot_must_fit_into_the_hours_of_the_desk() {
        SlotPolicy slots = slots(
                shift("ewa", MONDAY, "07:00", "22:00"),
                shift("ewa", SUNDAY, "09:00", "18:00"),
                shift("jan", MONDAY.plusDays(7), "09:00", "18:00"));

        assertThat(slots.first(at(MONDAY, "18:00"))).contains(slot("ewa", MONDAY, "18:00"));
        assertThat(slots.first(at(MONDAY, "18:30"))).contains(slot("jan", MONDAY.plusDays(7), "10:30"));
    }

    @Test
    void a_booked_expert_is_not_free() {
        Roster roster = new Roster(List.of(shift("ewa", MONDAY, "10:00", "18:00")))
                .booked("ewa", at(MONDAY, "11:30"), at(MONDAY, "12:30"));

        assertThat(new SlotPolicy(roster, DESK).first(at(MONDAY, "08:00"))).contains(slot("ewa", MONDAY, "12:30"));
    }

    @Test
    void another_expert_offers_the_time_that_the_first_has_booked() {
        Roster roster = new Roster(
                        List.of(shift("ewa", MONDAY, "10:00", "18:00"), shift("jan", MONDAY, "10:00", "18:00")))
                .booked("ewa", at(MONDAY, "11:30"), at(MONDAY, "12:30"));

        assertThat(new SlotPolicy(roster, DESK).first(at(MONDAY, "08:00"))).contains(slot("jan", MONDAY, "11:30"));
    }

    @Test
    void a_slot_later_than_ten_days_is_not_offered() {
        LocalDate tenDaysLater = MONDAY.plusDays(10);
        SlotPolicy slots = slots(shift("ewa", tenDaysLater, "09:30", "18:00"));

        assertThat(slots.first(at(MONDAY, "11:00"))).contains(slot("ewa", tenDaysLater, "11:00"));
        assertThat(slots.first(at(MONDAY, "11:00").minusMillis(1))).isEmpty();
    }

    @Test
    void an_empty_roster_has_no_slot() {
        assertThat(slots().first(at(MONDAY, "08:00"))).isEmpty();
    }

    @Test
    void the_next_slots_begin_at_different_times() {
        SlotPolicy slots = slots(shift("ewa", MONDAY, "10:00", "18:00"), shift("jan", MONDAY, "10:00", "18:00"));

        assertThat(slots.next(at(MONDAY, "08:00"), 3))
                .extracting(Slot::startsAt)
                .containsExactly(at(MONDAY, "11:30"), at(MONDAY, "12:00"), at(MONDAY, "12:30"));
    }

    @Test
    void a_requested_time_prefers_the_current_expert() {
        SlotPolicy slots = slots(shift("ewa", MONDAY, "10:00", "18:00"), shift("jan", MONDAY, "10:00", "18:00"));

        assertThat(slots.at(at(MONDAY, "14:00"), at(MONDAY, "15:00"), "jan")).contains(slot("jan", MONDAY, "14:00"));
        assertThat(slots.at(at(MONDAY, "14:00"), at(MONDAY, "15:00"), "eva")).contains(slot("ewa", MONDAY, "14:00"));
    }

    @Test
    void a_requested_time_early_in_the_shift_or_off_the_half_hour_is_no_slot() {
        SlotPolicy slots = slots(shift("ewa", MONDAY, "10:00", "18:00"));

        assertThat(slots.at(at(MONDAY, "11:00"), at(MONDAY, "12:00"), "ewa")).isEmpty();
        assertThat(slots.at(at(MONDAY, "11:30"), at(MONDAY, "12:30"), "ewa")).isPresent();
        assertThat(slots.at(at(MONDAY, "14:10"), at(MONDAY, "15:10"), "ewa")).isEmpty();
        assertThat(slots.at(at(MONDAY, "17:30"), at(MONDAY, "18:30"), "ewa")).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    /** Whatever the roster: what is offered can be kept, and nothing earlier was left out. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_slot_is_covered_free_inside_hours_and_the_earliest(int seed) {
        Random random = new Random(seed);
        List<Roster.Shift> shifts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            Instant from =
                    at(MONDAY.plusDays(random.nextInt(9)), "06:00").plus(Duration.ofMinutes(random.nextInt(60 * 12)));
            shifts.add(new Roster.Shift(
                    "expert-" + random.nextInt(3), from, from.plus(Duration.ofMinutes(1 + random.nextInt(60 * 12)))));
        }
        Roster roster = new Roster(shifts);
        for (int i = 0; i < random.nextInt(6); i++) {
            Instant from =
                    at(MONDAY.plusDays(random.nextInt(9)), "09:00").plus(Duration.ofMinutes(30L * random.nextInt(20)));
            roster = roster.booked("expert-" + random.nextInt(3), from, from.plus(SlotPolicy.LENGTH));
        }
        SlotPolicy slots = new SlotPolicy(roster, DESK);
        Instant notBefore = at(MONDAY, "07:00").plus(Duration.ofMinutes(random.nextInt(60 * 72)));

        var first = slots.first(notBefore);

        Instant expected = firstByTryingEveryHalfHour(slots, notBefore);
        assertThat(first.map(Slot::startsAt).orElse(null)).isEqualTo(expected);
        if (first.isPresent()) {
            Slot slot = first.get();
            assertThat(roster.isFree(slot.expertId(), slot.startsAt(), slot.endsAt()))
                    .isTrue();
            assertThat(DESK.between(slot.startsAt(), slot.endsAt())).isEqualTo(SlotPolicy.LENGTH);
        }
    }

    private static Instant firstByTryingEveryHalfHour(SlotPolicy slots, Instant notBefore) {
        Instant mark = at(MONDAY, "00:00");
        while (mark.isBefore(notBefore)) {
            mark = mark.plus(Duration.ofMinutes(30));
        }
        while (!mark.isAfter(notBefore.plus(SlotPolicy.HORIZON))) {
            if (slots.at(mark, mark.plus(SlotPolicy.LENGTH), "").isPresent()) {
                return mark;
            }
            mark = mark.plus(Duration.ofMinutes(30));
        }
        return null;
    }

    private static SlotPolicy slots(Roster.Shift... shifts) {
        return new SlotPolicy(new Roster(List.of(shifts)), DESK);
    }

    private static Roster.Shift shift(String expert, LocalDate date, String from, String until) {
        return new Roster.Shift(expert, at(date, from), at(date, until));
    }

    private static Slot slot(String expert, LocalDate date, String from) {
        return new Slot(expert, at(date, from), at(date, from).plus(SlotPolicy.LENGTH));
    }

    private static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(WARSAW).toInstant();
    }
}
