package io.orderjourney.messaging;

import io.orderjourney.sql.Sql;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** How many of this service's messages are still on their way. */
public class Backlog {

    /** What is sampled for the operator is counted up to here: a large backlog must not make the look at it slow. */
    public static final int SAMPLED_MAX = 10_000;

    /** A blocked event has an older one in front of it. Where that one is settled and the rest is not, a person must decide. */
    private static final String BLOCKED = " (reason = 'behind-dead-letter' and exists (select 1 from dead_letter"
            + " before where before.status = 'WAITING' and before.ordering_key = letter.ordering_key and before.id <"
            + " letter.id))";

    private static final String SAMPLE = """
            with heads as (
              select (select min(position) from outbox where outbox.partition = every.number) as position
              from generate_series(0, 7) as every (number)
            ), letters as (
              select
            """ + BLOCKED + """
              as blocked from dead_letter letter where status = 'WAITING' limit ?
            )
            select
              (select count(*) from (select 1 from outbox limit ?) facts)
                + (select count(*) from (select 1 from state_outbox where revision > published_revision limit ?) states)
                as outbox,
              (select min(e.occurred_at) from heads join journey_event e on e.position = heads.position) as oldest_at,
              (select count(*) from letters where not blocked) as dead_letters,
              (select count(*) from letters where blocked) as blocked
            """;

    private final Sql sql;

    public Backlog(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /**
     * What a sample found; no count goes beyond {@link #SAMPLED_MAX}.
     *
     * @param outbox facts and states that the broker has not acknowledged
     * @param oldestAt business time of the oldest fact among them; absent if there is none
     * @param deadLetters records that wait for a person's decision
     * @param blocked events behind them
     */
    public record Sample(long outbox, @Nullable Instant oldestAt, long deadLetters, long blocked) {}

    /** Touches a bounded number of rows, however much waits. */
    public Sample sample() {
        return sql.query(
                        SAMPLE,
                        row -> new Sample(
                                row.getLong("outbox"),
                                Sql.instantOrNull(row, "oldest_at"),
                                row.getLong("dead_letters"),
                                row.getLong("blocked")),
                        SAMPLED_MAX,
                        SAMPLED_MAX,
                        SAMPLED_MAX)
                .get(0);
    }

    /** Facts and states that the broker has not acknowledged yet. */
    public long outboxCount() {
        return sql.number("select (select count(*) from outbox)"
                + " + (select count(*) from state_outbox where revision > published_revision)");
    }

    /** Events that wait behind a dead letter of their journey. */
    public long blockedCount() {
        return sql.number("select count(*) from dead_letter letter where status = 'WAITING' and" + BLOCKED);
    }

    /** Records that wait for a person's decision, without the events blocked by them. */
    public long deadLetterCount() {
        return sql.number("select count(*) from dead_letter letter where status = 'WAITING' and not" + BLOCKED);
    }
}
