package io.orderjourney.stack.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClockDriverTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final SettableClock clock = SettableClock.inMemory(NOON);

    /** Does its work when it is asked; says what it saw the clock show at that moment. */
    private class FakeProcess implements Settling {
        final TreeSet<Instant> plan = new TreeSet<>();
        final List<Instant> worked = new ArrayList<>();
        int readingsPerPiece;
        private int readings;

        FakeProcess(Instant... times) {
            plan.addAll(List.of(times));
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Settled settled() {
            Instant now = clock.instant();
            boolean due = !plan.isEmpty() && !plan.first().isAfter(now);
            if (due && readings++ >= readingsPerPiece) {
                plan.pollFirst();
                worked.add(now);
                readings = 0;
                work(now);
                return settled();
            }
            return new Settled(now, 0, 0, due ? 1 : 0, due || plan.isEmpty() ? null : plan.first());
        }

        void work(Instant now) {}
    }

    private ClockDriver driver(Settling... processes) {
        return driver(() -> new ConsumerLag.Reading(0, 0), Duration.ofSeconds(5), processes);
    }

    private ClockDriver driver(Supplier<ConsumerLag.Reading> lag, Duration limit, Settling... processes) {
        return new ClockDriver(clock, List.of(processes), lag, new ClockDriver.Limits(limit, limit));
    }

    @Test
    void it_stops_at_every_due_moment_of_every_process_in_order() {
        FakeProcess one = new FakeProcess(NOON.plusSeconds(60), NOON.plusSeconds(7200));
        FakeProcess other = new FakeProcess(NOON.plusSeconds(3600));

        ClockDriver.Advanced done = driver(one, other).advance(Duration.ofHours(3));

        assertThat(one.worked).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(7200));
        assertThat(other.worked).containsExactly(NOON.plusSeconds(3600));
        assertThat(done.to()).isEqualTo(NOON.plus(Duration.ofHours(3)));
        assertThat(done.jumps()).isEqualTo(4);
    }

    @Test
    void work_beyond_the_target_is_left_for_later() {
        FakeProcess process = new FakeProcess(NOON.plusSeconds(3601));

        driver(process).advance(Duration.ofHours(1));

        assertThat(process.worked).isEmpty();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void follow_up_work_is_done_at_its_own_due_time() {
        FakeProcess process = new FakeProcess(NOON.plusSeconds(60)) {
            @Override
            void work(Instant now) {
                if (worked.size() < 3) {
                    plan.add(now.plusSeconds(600));
                }
            }
        };

        driver(process).advance(Duration.ofHours(1));

        assertThat(process.worked).containsExactly(NOON.plusSeconds(60), NOON.plusSeconds(660), NOON.plusSeconds(1260));
    }

    @Test
    void it_waits_until_slow_work_is_done_before_time_goes_on() {
        FakeProcess slow = new FakeProcess(NOON.plusSeconds(60));
        slow.readingsPerPiece = 5;
        FakeProcess quick = new FakeProcess(NOON.plusSeconds(61));

        driver(slow, quick).advance(Duration.ofHours(1));

        assertThat(slow.worked).containsExactly(NOON.plusSeconds(60));
        assertThat(quick.worked).containsExactly(NOON.plusSeconds(61));
    }

    @Test
    void a_due_moment_between_two_milliseconds_is_reached_not_missed() {
        Instant odd = NOON.plusSeconds(60).plusNanos(1);
        FakeProcess process = new FakeProcess(odd);

        driver(process).advance(Duration.ofHours(1));

        assertThat(process.worked).containsExactly(NOON.plusSeconds(60).plusMillis(1));
    }

    /** The clock goes on while a process is asked, so that what it named as its next work lies behind when all have reported. */
    @Test
    void work_that_falls_due_while_everybody_is_asked_is_done_before_the_next_jump() {
        FakeProcess process = new FakeProcess(NOON.plusMillis(40), NOON.plusSeconds(3600)) {
            @Override
            public Settled settled() {
                Settled settled = super.settled();
                clock.advanceTo(clock.instant().plusMillis(30));
                return settled;
            }
        };

        driver(process).advance(Duration.ofHours(2));

        assertThat(process.worked)
                .satisfiesExactly(
                        first -> assertThat(first).isBetween(NOON.plusMillis(40), NOON.plusSeconds(1)),
                        second -> assertThat(second).isBetween(NOON.plusSeconds(3600), NOON.plusSeconds(3601)));
    }

    @Test
    void work_that_is_named_for_now_but_not_counted_yet_holds_time_up() {
        int[] asked = {0};
        Settling late = new Settling() {
            @Override
            public String name() {
                return "order-service";
            }

            @Override
            public Settled settled() {
                return new Settled(clock.instant(), 0, 0, 0, ++asked[0] < 4 ? NOON : null);
            }
        };

        driver(late).settle();

        assertThat(asked[0]).isGreaterThanOrEqualTo(5);
    }

    @Test
    void slow_work_that_goes_on_is_waited_for_beyond_the_limit_of_what_stands_still() {
        long[] lag = {40};
        ClockDriver driver = new ClockDriver(
                clock,
                List.of(),
                () -> new ConsumerLag.Reading(lag[0] > 0 ? lag[0]-- : 0, 10),
                new ClockDriver.Limits(Duration.ofMillis(200), Duration.ofMinutes(1)));

        driver.settle();

        assertThat(lag[0]).isZero();
    }

    @Test
    void a_running_advance_can_be_watched_and_a_finished_one_cannot() {
        List<ClockDriver.Status> seen = new ArrayList<>();
        ClockDriver[] driver = new ClockDriver[1];
        FakeProcess process = new FakeProcess(NOON.plusSeconds(60)) {
            @Override
            void work(Instant now) {
                driver[0].status().ifPresent(seen::add);
            }
        };
        driver[0] = driver(process);

        driver[0].advance(Duration.ofHours(1));

        assertThat(seen).singleElement().satisfies(status -> {
            assertThat(status.now()).isEqualTo(NOON.plusSeconds(60));
            assertThat(status.target()).isEqualTo(NOON.plusSeconds(3600));
            assertThat(status.jumps()).isEqualTo(1);
        });
        assertThat(driver[0].status()).isEmpty();
    }

    @Test
    void steps_are_equal_and_the_last_one_ends_at_the_target() {
        FakeProcess process = new FakeProcess(NOON.plusSeconds(60));

        ClockDriver.Advanced done = driver(process).advance(Duration.ofMinutes(25), Duration.ofMinutes(10));

        assertThat(done.jumps()).isEqualTo(3);
        assertThat(process.worked).containsExactly(NOON.plusSeconds(600));
        assertThat(done.to()).isEqualTo(NOON.plus(Duration.ofMinutes(25)));
    }

    @Test
    void unread_records_hold_time_up() {
        long[] lag = {3};
        ClockDriver driver =
                driver(() -> new ConsumerLag.Reading(lag[0] > 0 ? lag[0]-- : 0, 10), Duration.ofSeconds(5));

        driver.settle();

        assertThat(lag[0]).isZero();
    }

    @Test
    void records_that_keep_coming_are_not_quiet_even_when_all_were_read() {
        long[] written = {0};
        ClockDriver driver = driver(() -> new ConsumerLag.Reading(0, written[0]++), Duration.ofMillis(300));

        assertThatThrownBy(driver::settle).hasMessageContaining("it keeps moving");
    }

    @Test
    void the_busy_process_is_named_after_the_limit() {
        Settling stuck = new Settling() {
            @Override
            public String name() {
                return "credit-service";
            }

            @Override
            public Settled settled() {
                return new Settled(NOON, 2, 0, 1, null);
            }
        };

        assertThatThrownBy(() -> driver(() -> new ConsumerLag.Reading(0, 0), Duration.ofMillis(200), stuck)
                        .advance(Duration.ofHours(1)))
                .hasMessageContaining("credit-service (outbox 2, due 1)");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void parked_work_waits_for_a_person_and_holds_nobody_up() {
        Settling parked = new Settling() {
            @Override
            public String name() {
                return "order-service";
            }

            @Override
            public Settled settled() {
                return new Settled(NOON, 0, 7, 0, null);
            }
        };

        driver(parked).settle();
    }

    @Test
    void time_never_goes_back() {
        assertThatThrownBy(() -> driver().advance(Duration.ofHours(-1))).isInstanceOf(IllegalArgumentException.class);
    }
}
