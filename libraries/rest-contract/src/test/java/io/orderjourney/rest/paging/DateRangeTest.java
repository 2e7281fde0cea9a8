package io.orderjourney.rest.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.rest.problem.Problem;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-01-31");

    @Test
    void without_days_it_ends_today() {
        assertThat(DateRange.of(null, null, TODAY, 27)).isEqualTo(new DateRange(LocalDate.parse("2027-01-04"), TODAY));
    }

    @ParameterizedTest
    @CsvSource({"2027-01-31, 2027-01-31", "2026-01-30, 2027-01-31", "0001-01-01, 0001-01-02", "9999-01-01, 9999-12-31"})
    void days_that_are_named_count(String from, String until) {
        assertThat(DateRange.of(from, until, TODAY, 27))
                .isEqualTo(new DateRange(LocalDate.parse(from), LocalDate.parse(until)));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-01, 2027-01-31",
        "2026-01-29, 2027-01-31",
        "2027-02-30, 2027-03-01",
        "yesterday, 2027-01-31",
        "'', 2027-01-31",
        "+999999999-12-01, +999999999-12-31",
        "-999999999-01-01, -999999999-01-02"
    })
    void what_is_no_range_is_refused(String from, String until) {
        assertThatThrownBy(() -> DateRange.of(from, until, TODAY, 27)).isInstanceOf(Problem.class);
    }
}
