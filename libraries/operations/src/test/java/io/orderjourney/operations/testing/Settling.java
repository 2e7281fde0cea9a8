package io.orderjourney.operations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.messaging.Backlog;
import io.orderjourney.messaging.PendingWork;
import io.orderjourney.messaging.consume.ConsumerLag;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.PollInterval;

/**
 * Waits until the service under test is at rest. It asks in this process what {@code /demo/settled} asks, as one consistent
 * look: the outbox, then the topics, then everything in the database as it was at one instant. What moved on in between has
 * written a fact or a state, and the look does not count.
 */
public final class Settling {

    /** From 5 to 40 milliseconds: a look costs the processor as much as what it waits for. */
    public static final PollInterval GROWING_PAUSES = (looks, pause) -> Duration.ofMillis(5L << Math.min(looks - 1, 3));

    private final BusinessClock clock;
    private final Backlog backlog;
    private final List<PendingWork> topics;
    private final List<PendingWork> workers;
    private final DataSource database;

    private Settling(ArcContainer service) {
        this.clock = service.select(BusinessClock.class).get();
        this.backlog = service.select(Backlog.class).get();
        this.database = service.select(DataSource.class).get();
        Map<Boolean, List<PendingWork>> all = service.select(PendingWork.class).stream()
                .collect(Collectors.partitioningBy(one -> one instanceof ConsumerLag));
        this.topics = all.get(true);
        this.workers = all.get(false);
    }

    /** Of the service that runs in this process. */
    public static Settling here() {
        return new Settling(Arc.container());
    }

    /** What a look found. */
    private record Look(long outbox, long unconsumed, long due, long written) {

        private static final Look REST = new Look(0, 0, 0, 0);
    }

    /** @param atMost in real time; the machine may be busy */
    public void await(Duration atMost) {
        Awaitility.await("at rest")
                .pollDelay(Duration.ZERO)
                .pollInterval(GROWING_PAUSES)
                .atMost(atMost)
                .untilAsserted(() -> assertThat(look()).isEqualTo(Look.REST));
    }

    private Look look() {
        long written = written();
        long outbox = backlog.outboxCount();
        if (outbox > 0) {
            return new Look(outbox, 0, 0, 0);
        }
        long unconsumed = due(topics);
        if (unconsumed > 0) {
            return new Look(0, unconsumed, 0, 0);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            execute("set transaction isolation level repeatable read");
            return new Look(backlog.outboxCount(), 0, due(workers), written() - written);
        });
    }

    private long due(List<PendingWork> all) {
        return all.stream().mapToLong(one -> one.due(clock.instant())).sum();
    }

    /** Grows with every fact and every state that is recorded. */
    private long written() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select last_value from journey_event_position_seq)"
                        + " + (select last_value from state_revision)")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
