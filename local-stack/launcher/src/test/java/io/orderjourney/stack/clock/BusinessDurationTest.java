package io.orderjourney.stack.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessDurationTest {

    @ParameterizedTest
    @CsvSource({"2h, PT2H", "90m, PT1H30M", "1d, PT24H", "1d12h, PT36H", "45s, PT45S", "PT2H, PT2H", "p1dt1h, PT25H"})
    void durations_read_as_people_type_them(String typed, String meant) {
        assertThat(BusinessDuration.parse(typed)).isEqualTo(Duration.parse(meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "soon", "2", "2w", "h2"})
    void anything_else_is_refused_with_an_example(String typed) {
        assertThatThrownBy(() -> BusinessDuration.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2h");
    }
}
