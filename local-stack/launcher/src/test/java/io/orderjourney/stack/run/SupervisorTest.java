package io.orderjourney.stack.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisorTest {

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "4, PT16S", "5, PT30S", "1000, PT30S"})
    void the_pause_before_another_start_doubles_up_to_half_a_minute(int deaths, Duration pause) {
        assertThat(Supervisor.pauseAfter(deaths)).isEqualTo(pause);
    }
}
