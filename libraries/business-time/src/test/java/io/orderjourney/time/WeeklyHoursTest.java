package io.orderjourney.time;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {

    @Test
    void the_text_of_the_shop_policy_is_read_day_by_day() {
        WeeklyHours hours = WeeklyHours.parse("Mon-Fri 09:00-20:00; Sat 10:00-16:00");

        assertThat(hours.on(MONDAY)).containsExactly(new OpeningRange(LocalTime.of(9, 0), LocalTime.of(20, 0)));
        assertThat(hours.on(FRIDAY)).isEqualTo(hours.on(MONDAY));
        assertThat(hours.on(SATURDAY)).containsExactly(new OpeningRange(LocalTime.of(10, 0), LocalTime.of(16, 0)));
        assertThat(hours.on(SUNDAY)).isEmpty();
    }

    @Test
    void a_lunch_break_makes_two_ranges() {
        assertThat(WeeklyHours.parse("Wed 14:00-18:00, 09:00-13:00").on(WEDNESDAY))
                .extracting(OpeningRange::toString)
                .containsExactly("09:00-13:00", "14:00-18:00");
    }

    @Test
    void ranges_that_touch_are_one() {
        assertThat(WeeklyHours.parse("Wed 09:00-13:00, 13:00-18:00")).isEqualTo(WeeklyHours.parse("Wed 09:00-18:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon-Fri 09:00-20:00; Sat 10:00-16:00",
                "Mon-Thu 08:30-12:00, 13:00-17:45; Fri 08:30-12:00",
                "Mon-Sun 00:00-24:00",
                "Mon 09:00-10:00; Wed 09:00-10:00",
                "Sun 22:00-24:00",
                "closed"
            })
    void what_is_printed_reads_back_the_same(String text) {
        WeeklyHours hours = WeeklyHours.parse(text);

        assertThat(hours).hasToString(text);
        assertThat(WeeklyHours.parse(hours.toString())).isEqualTo(hours).hasSameHashCodeAs(hours);
        assertThat(hours).isNotEqualTo(WeeklyHours.parse("Tue 09:00-10:00"));
        assertThat(hours.isClosedAllWeek()).isEqualTo(text.equals("closed"));
    }

    @Test
    void spaces_and_the_case_of_day_names_do_not_matter() {
        assertThat(WeeklyHours.parse("  mon-FRI  9:00-20:00 ".replace("9:00", "09:00") + ";sat 10:00 - 16:00"))
                .hasToString("Mon-Fri 09:00-20:00; Sat 10:00-16:00");
    }

    @Test
    void every_day_may_be_around_the_clock() {
        assertThat(WeeklyHours.everyDay(OpeningRange.ALL_DAY)).hasToString("Mon-Sun 00:00-24:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon                           | Not opening hours
            ''                            | Not opening hours
            Mon-Fri 09:00-20:00;          | Not opening hours
            Pon 09:00-20:00               | Not a day
            Fri-Mon 09:00-20:00           | order of the week
            Mon 9-20                      | Not a range
            Mon 09:00                     | Not a range
            Mon 09:00-20:00,              | Not a range
            Mon 25:00-26:00               | Not a range
            Mon 20:00-09:00               | before it closes
            Mon 09:00-09:00               | before it closes
            Mon 20:00-00:00               | written 24:00
            Mon 09:00:30-20:00            | whole minutes
            Mon 09:00-13:00, 12:59-18:00  | overlap
            Mon-Wed 09:00-20:00; Tue 10:00-16:00 | named twice
            """)
    void a_text_that_is_not_hours_is_refused_with_the_reason(String text, String reason) {
        assertThatThrownBy(() -> WeeklyHours.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void a_caller_who_changes_his_list_later_changes_no_hours() {
        List<OpeningRange> mine = new java.util.ArrayList<>(List.of(OpeningRange.parse("09:00-20:00")));
        WeeklyHours hours = new WeeklyHours(Map.of(MONDAY, mine));

        mine.clear();

        assertThat(hours).hasToString("Mon 09:00-20:00");
    }
}
