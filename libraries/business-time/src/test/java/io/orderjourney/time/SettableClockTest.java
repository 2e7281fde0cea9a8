package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettableClockTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final int ADVANCES = 50_000;

    @TempDir
    Path folder;

    @Test
    void in_memory_time_stands_still_until_it_is_advanced() {
        SettableClock clock = SettableClock.inMemory(MONDAY_NOON);

        assertThat(clock.instant()).isEqualTo(MONDAY_NOON).isEqualTo(clock.instant());
        assertThat(clock.advance(Duration.ofHours(26))).isEqualTo(MONDAY_NOON.plus(Duration.ofHours(26)));
        assertThat(clock.instant()).isEqualTo(MONDAY_NOON.plus(Duration.ofHours(26)));
        assertThat(clock.millis()).isEqualTo(clock.instant().toEpochMilli());
    }

    @Test
    void a_clock_does_not_go_back() {
        SettableClock clock = SettableClock.inMemory(MONDAY_NOON);

        assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(clock.advanceTo(MONDAY_NOON.minusMillis(1))).isEqualTo(MONDAY_NOON);
        assertThat(clock.advanceTo(MONDAY_NOON)).isEqualTo(MONDAY_NOON);
        assertThat(clock.advanceTo(MONDAY_NOON.plusMillis(1))).isEqualTo(MONDAY_NOON.plusMillis(1));
        assertThat(clock.instant()).isEqualTo(MONDAY_NOON.plusMillis(1));
    }

    @Test
    void a_new_file_starts_at_real_time_or_where_it_is_told() {
        assertThat(SettableClock.at(folder.resolve("made/on/demand/clock")).instant())
                .isCloseTo(Instant.now(), within(2, ChronoUnit.SECONDS));
        assertThat(SettableClock.startingAt(folder.resolve("clock"), MONDAY_NOON)
                        .instant())
                .isBetween(MONDAY_NOON, MONDAY_NOON.plusSeconds(5));
    }

    @Test
    void an_existing_file_goes_on_where_it_is() {
        Path file = folder.resolve("clock");
        SettableClock.startingAt(file, MONDAY_NOON).advance(Duration.ofDays(3));

        assertThat(SettableClock.startingAt(file, MONDAY_NOON).instant())
                .isBetween(
                        MONDAY_NOON.plus(Duration.ofDays(3)),
                        MONDAY_NOON.plus(Duration.ofDays(3)).plusSeconds(5));
        assertThat(SettableClock.at(file).instant()).isAfterOrEqualTo(MONDAY_NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void a_shared_clock_runs_in_whole_milliseconds() {
        Instant now = SettableClock.at(folder.resolve("clock")).instant();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void a_file_that_is_something_else_is_refused_and_left_alone() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter"), "Dear customer");

        assertThatThrownBy(() -> SettableClock.at(letter))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter");
        assertThat(letter).hasContent("Dear customer");
        assertThatThrownBy(() -> SettableClock.at(folder)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void two_processes_share_one_time_and_lose_no_advance() throws Exception {
        Path file = folder.resolve("clock");
        SettableClock here = SettableClock.startingAt(file, MONDAY_NOON);
        long before = MappedOffset.open(file, 0).millis();
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            others.add(startAdvancing(file));
        }
        for (Process other : others) {
            awaitLine(other, "ready");
        }
        for (Process other : others) {
            other.getOutputStream().write('\n');
            other.getOutputStream().flush();
        }
        for (int i = 0; i < ADVANCES; i++) {
            here.advance(Duration.ofMillis(1));
        }
        for (Process other : others) {
            awaitLine(other, "done");
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
        }

        assertThat(MappedOffset.open(file, 0).millis() - before).isEqualTo(3L * ADVANCES);
    }

    @Test
    void an_advance_of_another_process_is_seen_at_once() throws Exception {
        Path file = folder.resolve("clock");
        SettableClock here = SettableClock.startingAt(file, MONDAY_NOON);
        Process other = startAdvancing(file);
        awaitLine(other, "ready");
        Instant before = here.instant();
        other.getOutputStream().write('\n');
        other.getOutputStream().flush();
        awaitLine(other, "done");

        assertThat(here.instant()).isAfterOrEqualTo(before.plusMillis(ADVANCES));
    }

    private static Process startAdvancing(Path file) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitLine(Process process, String expected) throws IOException {
        assertThat(lines(process).readLine()).isEqualTo(expected);
    }

    /** Unbuffered enough: the other process writes one line and then waits or ends. */
    private static BufferedReader lines(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII), 1);
    }

    /** Advances the clock by one millisecond many times, as soon as it is told to. */
    static final class AnotherProcess {
        public static void main(String[] args) throws IOException {
            SettableClock clock = SettableClock.at(Path.of(args[0]));
            System.out.println("ready");
            if (System.in.read() != '\n') {
                System.exit(1);
            }
            for (int i = 0; i < ADVANCES; i++) {
                clock.advance(Duration.ofMillis(1));
            }
            System.out.println("done");
        }
    }
}
