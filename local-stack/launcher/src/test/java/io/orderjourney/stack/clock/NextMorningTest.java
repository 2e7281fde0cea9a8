package io.orderjourney.stack.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.stack.http.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextMorningTest {

    private static final String POLICY = """
            {"zone": "Europe/Warsaw", "holidaysOf": "PL", "closures": ["2026-11-30"],
             "desks": {"SALES": {"hours": "Mon-Fri 09:00-20:00; Sat 10:00-16:00"},
                       "WAREHOUSE": {"hours": "%s"}}}
            """;

    @ParameterizedTest(name = "at {0} ({2}) it is {1}")
    @CsvSource({
        "2026-11-25T01:30:00Z, 2026-11-25T08:00:00Z, at night the same day",
        "2026-11-25T08:00:00Z, 2026-11-26T08:00:00Z, when it has just begun the next one",
        "2026-11-25T13:00:00Z, 2026-11-26T08:00:00Z, in the afternoon the next day",
        "2026-11-27T20:00:00Z, 2026-12-01T08:00:00Z, before a weekend and a closure the Tuesday",
        "2026-12-24T20:00:00Z, 2026-12-28T08:00:00Z, at Christmas the Monday after",
        "2026-03-28T12:00:00Z, 2026-03-30T07:00:00Z, across the change to summer time an hour of UTC earlier",
    })
    void the_next_morning_is_when_every_desk_is_open(Instant now, Instant morning, String why) throws Exception {
        assertThat(of("Mon-Fri 08:00-18:00").after(now).toInstant()).as(why).isEqualTo(morning);
    }

    @ParameterizedTest(name = "at {0} ({2}) it is {1}")
    @CsvSource({
        "2026-11-25T13:00:00Z, 2026-11-30T09:00:00Z, a closure counts",
        "2026-11-30T06:00:00Z, 2026-12-24T09:00:00Z, on a closure it is the one after",
        "2026-12-24T13:00:00Z, 2026-12-25T09:00:00Z, holidays follow each other",
    })
    void the_next_holiday_is_a_late_morning_in_the_shops_zone(Instant now, Instant holiday, String why)
            throws Exception {
        assertThat(of("Mon-Fri 08:00-18:00").ofHolidayAfter(now).toInstant())
                .as(why)
                .isEqualTo(holiday);
    }

    @Test
    void desks_that_never_work_on_the_same_day_have_no_morning() throws Exception {
        NextMorning sundays = of("Sun 08:00-18:00");

        assertThatThrownBy(() -> sundays.after(Instant.parse("2026-11-25T08:00:00Z")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("every desk");
    }

    private static NextMorning of(String warehouseHours) throws Exception {
        return NextMorning.of(Json.MAPPER.readTree(POLICY.formatted(warehouseHours)));
    }
}
