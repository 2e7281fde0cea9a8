package io.orderjourney.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofMillis(2);

    private final FakeDatabase database = new FakeDatabase();
    private DatabaseClock clock;

    @AfterEach
    void stop() {
        if (clock != null) {
            clock.close();
        }
    }

    private DatabaseClock clock(Duration refreshInterval) {
        clock = new DatabaseClock(database.dataSource(), database.steadyNanos::get, refreshInterval);
        return clock;
    }

    @Test
    void it_tells_the_databases_time_and_runs_on_between_questions() {
        clock(NEVER);
        assertThat(clock.instant()).isEqualTo(NOON);

        database.passes(Duration.ofMillis(1234));
        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1234));
        assertThat(clock.millis()).isEqualTo(NOON.plusMillis(1234).toEpochMilli());
    }

    @Test
    void half_of_the_round_trip_is_taken_off() {
        database.roundTrip = Duration.ofMillis(80);
        clock(NEVER);

        // The last of three answers was given 40 ms before it arrived.
        assertThat(clock.instant()).isEqualTo(database.now());
    }

    @Test
    void of_a_few_answers_the_quickest_is_believed() {
        // The slow answers arrive late, as if all of their way had been the way back: believing one would be 500 ms
        // wrong.
        database.roundTrips.addAll(List.of(Duration.ofSeconds(1), Duration.ofMillis(2), Duration.ofSeconds(1)));
        database.allOfTheWayBack = true;
        clock(NEVER);

        assertThat(Duration.between(clock.instant(), database.now()).abs()).isLessThanOrEqualTo(Duration.ofMillis(1));
    }

    @Test
    void a_forgotten_clock_keeps_no_process_alive() {
        clock(NEVER);

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("database-clock"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }

    @Test
    void asking_the_time_never_asks_the_database() {
        clock(NEVER);
        int questions = database.questions.get();
        for (int i = 0; i < 1000; i++) {
            clock.instant();
        }
        assertThat(database.questions).hasValue(questions);
    }

    @Test
    void while_the_database_is_away_the_last_answer_stays_in_force() {
        clock(OFTEN);
        database.away = true;
        int failures = database.refusals.get();
        await().until(() -> database.refusals.get() > failures + 3);

        database.passes(Duration.ofHours(2));
        assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofHours(2)));
    }

    @Test
    void after_the_database_came_back_its_time_is_followed_forward() {
        clock(OFTEN);
        database.away = true;
        int failures = database.refusals.get();
        await().until(() -> database.refusals.get() > failures);
        database.stepsBy(Duration.ofSeconds(7));
        database.away = false;

        await().untilAsserted(() -> assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7)));
    }

    @Test
    void a_small_step_back_is_waited_out() {
        clock(OFTEN);
        assertThat(clock.instant()).isEqualTo(NOON);
        database.stepsBy(Duration.ofSeconds(-50));
        database.awaitRefresh();

        assertThat(clock.instant()).isEqualTo(NOON);
        database.passes(Duration.ofSeconds(49));
        assertThat(clock.instant()).isEqualTo(NOON);
        database.passes(Duration.ofSeconds(2));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void a_step_back_by_more_than_a_minute_is_followed() {
        clock(OFTEN);
        assertThat(clock.instant()).isEqualTo(NOON);
        database.stepsBy(Duration.ofMinutes(-1));
        database.awaitRefresh();
        assertThat(clock.instant()).isEqualTo(NOON);

        database.stepsBy(Duration.ofMillis(-1));
        database.awaitRefresh();
        assertThat(clock.instant()).isEqualTo(NOON.minus(Duration.ofMinutes(1)).minusMillis(1));
    }

    @Test
    void without_a_first_answer_there_is_no_clock() {
        database.away = true;

        assertThatThrownBy(() -> clock(NEVER))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("The database is away");
    }

    @Test
    void a_closed_clock_goes_on_without_asking() {
        clock(OFTEN);
        clock.close();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("database-clock")));

        database.passes(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    /** A database whose time, distance and health the test decides. */
    private static final class FakeDatabase {
        final AtomicLong steadyNanos = new AtomicLong(42);
        final AtomicInteger questions = new AtomicInteger();
        final AtomicInteger refusals = new AtomicInteger();
        volatile Duration roundTrip = Duration.ZERO;
        final Queue<Duration> roundTrips = new ConcurrentLinkedQueue<>();
        volatile boolean allOfTheWayBack;
        volatile boolean away;
        private final AtomicLong stepMillis = new AtomicLong();

        Instant now() {
            return NOON.plusNanos(steadyNanos.get() - 42).plusMillis(stepMillis.get());
        }

        void passes(Duration time) {
            steadyNanos.addAndGet(time.toNanos());
        }

        void stepsBy(Duration step) {
            stepMillis.addAndGet(step.toMillis());
        }

        /** Two whole measurements later, at least one began after the call and was taken over. */
        void awaitRefresh() {
            int before = questions.get();
            await().until(() -> questions.get() > before + 9);
        }

        DataSource dataSource() {
            return fake(DataSource.class, (method, args) -> {
                if (away) {
                    refusals.incrementAndGet();
                    throw new SQLException("The database is away");
                }
                return connection();
            });
        }

        private Connection connection() {
            return fake(Connection.class, (method, args) -> method.equals("createStatement") ? statement() : null);
        }

        private Statement statement() {
            return fake(Statement.class, (method, args) -> method.equals("executeQuery") ? answer() : null);
        }

        private ResultSet answer() {
            questions.incrementAndGet();
            Duration way = roundTrips.isEmpty() ? roundTrip : roundTrips.remove();
            Duration there = allOfTheWayBack ? Duration.ZERO : way.dividedBy(2);
            passes(there);
            OffsetDateTime answer = now().atOffset(ZoneOffset.UTC);
            passes(way.minus(there));
            return fake(ResultSet.class, (method, args) -> switch (method) {
                case "next" -> true;
                case "getObject" -> answer;
                default -> null;
            });
        }

        private interface Answers {
            Object to(String method, Object[] args) throws SQLException;
        }

        private static <T> T fake(Class<T> type, Answers answers) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (proxy, method, args) -> answers.to(method.getName(), args)));
        }
    }
}
