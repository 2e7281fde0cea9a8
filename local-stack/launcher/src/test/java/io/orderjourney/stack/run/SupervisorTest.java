package io.orderjourney.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.stack.servers.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupervisorTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Supervisor supervisor =
            new Supervisor(new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)), () -> {});

    /** Fails to get ready as often as it is told, then runs. */
    private final class Part implements Supervised {
        private int failures;
        private @Nullable ChildProcess process;

        Part(int failures) {
            this.failures = failures;
        }

        @Override
        public String name() {
            return "part";
        }

        @Override
        public ChildProcess start() {
            if (failures-- > 0) {
                throw new IllegalStateException("part was not ready.");
            }
            process = ChildProcess.start(new ChildProcess.Command(
                    "part",
                    List.of("sleep", "300"),
                    Map.of(),
                    directory,
                    directory.resolve("log"),
                    "TERM",
                    Duration.ofSeconds(1)));
            return process;
        }

        @Override
        public void stop() {
            if (process != null) {
                process.stop();
            }
        }
    }

    @AfterEach
    void end() {
        supervisor.stopWatching();
    }

    @Test
    void a_first_start_that_fails_once_is_tried_again() {
        Part part = new Part(1);

        supervisor.start(part);

        assertThat(supervisor.pids()).containsOnlyKeys("part");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("tried once more");
        supervisor.stopWatching();
        part.stop();
    }

    @Test
    void a_first_start_that_fails_twice_is_a_failure() {
        assertThatThrownBy(() -> supervisor.start(new Part(2))).hasMessage("part was not ready.");
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "1, PT2S", "4, PT16S", "5, PT30S", "1000, PT30S"})
    void the_pause_before_another_start_doubles_up_to_half_a_minute(int deaths, Duration pause) {
        assertThat(Supervisor.pauseAfter(deaths)).isEqualTo(pause);
    }
}
