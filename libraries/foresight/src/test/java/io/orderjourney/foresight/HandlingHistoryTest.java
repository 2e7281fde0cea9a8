package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A shop whose courier delivers on three of ten working days, and never on a Sunday. */
class HandlingHistoryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 120;
    private static final double CHANCE = 0.3;

    private final Random random = new Random(12);
    private final HandlingHistory history = new HandlingHistory();
    private final Map<String, LocalDate> open = new TreeMap<>();

    @Test
    void before_there_is_history_nothing_is_foretold() {
        history.started("lamp", new Work(FIRST.atTime(9, 0), FIRST.plusDays(5), null));
        assertThat(history.remaining("lamp", FIRST.plusDays(4).atTime(9, 0))).isEmpty();
    }

    @Test
    void the_chance_of_a_day_is_learned_from_history() {
        live();
        LocalDate monday = FIRST.plusDays(DAYS).with(DayOfWeek.MONDAY).plusWeeks(1);
        RemainingTime remaining = lampOn(monday);
        assertThat(remaining.openAfter(monday)).isCloseTo(1 - CHANCE, within(0.1));
        LocalDate saturday = monday.plusDays(5);
        assertThat(remaining.openAfter(saturday.plusDays(1)) / remaining.openAfter(saturday))
                .as("Sunday delivers nothing")
                .isGreaterThan(0.95);
    }

    @Test
    void of_a_day_in_the_evening_nearly_nothing_is_left() {
        live();
        LocalDate monday = FIRST.plusDays(DAYS).with(DayOfWeek.MONDAY).plusWeeks(1);
        lampOn(monday);
        assertThat(history.remaining("lamp", monday.atTime(23, 0)).orElseThrow().openAfter(monday))
                .isGreaterThan(0.99);
    }

    @Test
    void the_same_history_gives_the_same_forecast() {
        live();
        HandlingHistoryTest other = new HandlingHistoryTest();
        other.live();
        LocalDate monday = FIRST.plusDays(DAYS).with(DayOfWeek.MONDAY).plusWeeks(1);
        assertThat(lampOn(monday).openAfter(monday))
                .isEqualTo(other.lampOn(monday).openAfter(monday));
    }

    @Test
    void what_is_done_is_not_open_any_more() {
        history.started("lamp", new Work(FIRST.atTime(9, 0), FIRST.plusDays(5), null));
        history.finished("lamp", FIRST.atTime(18, 0));
        assertThatThrownBy(() -> history.finished("lamp", FIRST.atTime(19, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lamp");
    }

    private RemainingTime lampOn(LocalDate monday) {
        history.started("lamp", new Work(monday.minusDays(5).atTime(9, 0), monday.plusDays(1), null));
        return history.remaining("lamp", monday.atStartOfDay()).orElseThrow();
    }

    /** Five orders a day; what is done is done between nine and six. */
    private void live() {
        for (int ahead = 0; ahead < DAYS; ahead++) {
            LocalDate day = FIRST.plusDays(ahead);
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                for (String id : Map.copyOf(open).keySet().stream().sorted().toList()) {
                    if (random.nextDouble() < CHANCE) {
                        LocalDateTime at = day.atTime(9 + random.nextInt(9), random.nextInt(60));
                        history.finished(id, at);
                        open.remove(id);
                    }
                }
            }
            for (int i = 0; i < 5; i++) {
                String id = day + "/" + i;
                history.started(id, new Work(day.atTime(20, 0), day.plusDays(4 + random.nextInt(8)), null));
                open.put(id, day);
            }
        }
    }
}
