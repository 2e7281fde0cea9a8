package io.orderjourney.credit.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttendanceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 14);
    private static final Instant NINE = Instant.parse("2026-01-14T09:00:00Z");
    private static final Shift EWAS_SHIFT = new Shift("ewa", DAY, "WAW-1", NINE, hour(17));
    private static final CheckIn EWA_CAME = new CheckIn("ewa", DAY, "WAW-1", NINE);

    @Test
    void fifteen_minutes_into_a_shift_without_check_in_its_expert_counts_as_missing() {
        Attendance nobodyCame = attendance(List.of(), List.of());
        Instant limit = NINE.plus(Attendance.LATE_AFTER);

        assertThat(nobodyCame.dependable(limit.minusMillis(1)).shifts()).hasSize(1);
        assertThat(nobodyCame.dependable(limit).shifts()).isEmpty();
        assertThat(nobodyCame.planned().shifts()).hasSize(1);
    }

    @Test
    void a_shift_whose_expert_came_counts() {
        assertThat(attendance(List.of(), List.of(EWA_CAME)).dependable(hour(12)).shifts())
                .hasSize(1);
    }

    @Test
    void a_shift_of_tomorrow_counts_without_a_check_in() {
        Shift tomorrow = new Shift("ewa", DAY.plusDays(1), "WAW-1", hour(9 + 24), hour(17 + 24));
        Attendance attendance = new Attendance(List.of(EWAS_SHIFT, tomorrow), List.of(), List.of());

        assertThat(attendance.dependable(hour(12)).shifts())
                .singleElement()
                .satisfies(shift -> assertThat(shift.from()).isEqualTo(tomorrow.from()));
    }

    @Test
    void an_absence_is_taken_out_of_the_plan() {
        Attendance attendance = attendance(List.of(absence(12, 14)), List.of(EWA_CAME));

        assertThat(attendance.planned().covers("ewa", hour(10), hour(11))).isTrue();
        assertThat(attendance.planned().covers("ewa", hour(12), hour(13))).isFalse();
        assertThat(attendance.planned().covers("ewa", hour(14), hour(15))).isTrue();
    }

    @Test
    void a_check_in_makes_present_and_confirms_the_whole_shift() {
        Attendance attendance = attendance(List.of(), List.of(EWA_CAME));

        assertThat(attendance.isPresent("ewa", hour(10))).isTrue();
        assertThat(attendance.isConfirmed("ewa", hour(16), hour(17), hour(10))).isTrue();
        assertThat(attendance.isConfirmed("ewa", hour(16), hour(18), hour(10))).isFalse();
    }

    @Test
    void an_expert_without_a_check_in_is_not_present() {
        assertThat(attendance(List.of(), List.of()).isPresent("ewa", hour(10))).isFalse();
        assertThat(attendance(List.of(), List.of()).isConfirmed("ewa", hour(16), hour(17), hour(10)))
                .isFalse();
    }

    @Test
    void a_check_in_elsewhere_or_of_another_day_does_not_count() {
        CheckIn elsewhere = new CheckIn("ewa", DAY, "WAW-2", NINE);
        CheckIn yesterday = new CheckIn("ewa", DAY.minusDays(1), "WAW-1", NINE);

        assertThat(attendance(List.of(), List.of(elsewhere, yesterday)).isPresent("ewa", hour(10)))
                .isFalse();
    }

    @Test
    void an_absence_that_begins_after_the_check_in_ends_the_presence() {
        Attendance attendance = attendance(List.of(absence(12, 14)), List.of(EWA_CAME));

        assertThat(attendance.isPresent("ewa", hour(12).minusMillis(1))).isTrue();
        assertThat(attendance.isPresent("ewa", hour(12))).isFalse();
        assertThat(attendance.isPresent("ewa", hour(15)))
                .as("back, but not seen again")
                .isFalse();
    }

    @Test
    void an_absence_that_ended_before_the_check_in_does_not_count() {
        CheckIn afterwards = new CheckIn("ewa", DAY, "WAW-1", hour(11));
        Attendance attendance = attendance(List.of(absence(9, 11)), List.of(afterwards));

        assertThat(attendance.isPresent("ewa", hour(12))).isTrue();
    }

    @Test
    void an_expert_whose_shift_ended_long_ago_is_not_present() {
        Attendance attendance = attendance(List.of(), List.of(EWA_CAME));

        assertThat(attendance.isPresent("ewa", hour(18))).isTrue();
        assertThat(attendance.isPresent("ewa", hour(21).plusMillis(1))).isFalse();
    }

    private static Attendance attendance(List<Absence> absences, List<CheckIn> checkIns) {
        return new Attendance(List.of(EWAS_SHIFT), absences, checkIns);
    }

    private static Absence absence(int from, int until) {
        return new Absence(UUID.randomUUID(), "ewa", hour(from), hour(until), "ill");
    }

    private static Instant hour(int hour) {
        return NINE.plusSeconds((hour - 9) * 3600L);
    }
}
