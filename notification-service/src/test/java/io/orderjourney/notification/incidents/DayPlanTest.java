package io.orderjourney.notification.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.notification.Fixtures;
import io.orderjourney.notification.incidents.DayPlan.Day;
import io.orderjourney.promises.DeskLoad;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The warehouse works from 8 to 18 on weekdays and sends 10 parcels an hour: 100 a day. The 17th is a Saturday. */
class DayPlanTest {

    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 17);
    private static final Instant SATURDAY_ELEVEN = Fixtures.at("2026-01-17T11:00");
    private static final DeskPolicy TEN_AN_HOUR = new DeskPolicy("Mon-Fri 08:00-18:00", "+48221000030", 10);

    @Test
    void promises_fill_one_working_day_after_the_other() {
        DayPlan plan = plan(250, DeskLoad.NONE, Map.of(), null, SATURDAY_ELEVEN);

        assertThat(plan.days())
                .containsExactly(
                        day("2026-01-19", 100, 0, 100, 0),
                        day("2026-01-20", 100, 0, 100, 100),
                        day("2026-01-21", 100, 0, 50, 200));
        assertThat(plan.unplaced()).isZero();
        assertThat(plan.days().get(0).dueAt()).isEqualTo(Fixtures.at("2026-01-19T18:00"));
    }

    @Test
    void what_is_due_on_a_day_anyway_takes_its_room_but_not_what_is_moved_away_from_it() {
        List<Instant> dueOnMonday = new ArrayList<>(Collections.nCopies(60, Fixtures.at("2026-01-19T18:00")));
        DeskLoad load = new DeskLoad(dueOnMonday);

        assertThat(plan(50, load, Map.of(), null, SATURDAY_ELEVEN).days())
                .containsExactly(day("2026-01-19", 100, 60, 40, 0), day("2026-01-20", 100, 0, 10, 40));
        assertThat(plan(50, load, Map.of(LocalDate.of(2026, 1, 19), 50L), null, SATURDAY_ELEVEN)
                        .days())
                .containsExactly(day("2026-01-19", 100, 10, 50, 0));
    }

    @Test
    void of_the_day_that_has_begun_only_the_rest_counts() {
        Instant fourOClock = Fixtures.at("2026-01-19T16:00");

        assertThat(DayPlan.of(30, LocalDate.of(2026, 1, 19), offer(DeskLoad.NONE, Map.of(), null), fourOClock)
                        .days())
                .containsExactly(day("2026-01-19", 20, 0, 20, 0), day("2026-01-20", 100, 0, 10, 20));
    }

    @Test
    void a_manager_may_send_fewer_to_each_day_and_sees_what_fits_nowhere() {
        DayPlan few = plan(1_000, DeskLoad.NONE, Map.of(), 10, SATURDAY_ELEVEN);

        assertThat(few.days()).hasSize(DayPlan.DAYS_MAX).allMatch(day -> day.places() == 10);
        assertThat(few.unplaced()).isEqualTo(400);
        assertThat(plan(5, DeskLoad.NONE, Map.of(), 0, SATURDAY_ELEVEN).unplaced())
                .isEqualTo(5);
    }

    @Test
    void every_rank_has_one_day() {
        List<Day> days =
                plan(250, DeskLoad.NONE, Map.of(), null, SATURDAY_ELEVEN).days();

        assertThat(LongStream.range(0, 250))
                .allMatch(rank -> days.stream().filter(day -> day.takes(rank)).count() == 1);
        assertThat(days).noneMatch(day -> day.takes(250) || day.takes(-1));
    }

    private static DayPlan plan(
            long promises, DeskLoad load, Map<LocalDate, Long> leaving, @Nullable Integer perDayMax, Instant now) {
        return DayPlan.of(promises, SATURDAY, offer(load, leaving, perDayMax), now);
    }

    private static DayPlan.Offer offer(DeskLoad load, Map<LocalDate, Long> leaving, @Nullable Integer perDayMax) {
        return new DayPlan.Offer(
                Desk.WAREHOUSE, Fixtures.TERMS.calendar(Desk.WAREHOUSE), TEN_AN_HOUR, load, leaving, perDayMax);
    }

    private static Day day(String date, long capacity, long load, long places, long firstRank) {
        return new Day(
                Desk.WAREHOUSE, LocalDate.parse(date), Fixtures.at(date + "T18:00"), capacity, load, places, firstRank);
    }
}
