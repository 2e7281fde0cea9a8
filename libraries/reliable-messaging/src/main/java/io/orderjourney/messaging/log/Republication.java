package io.orderjourney.messaging.log;

import io.orderjourney.messaging.RelayWakeUp;
import io.orderjourney.sql.Sql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Publishes facts of the log again: for a Kafka that lost them, or a consumer that missed them. Who has seen them drops them by their ids; newcomers
 * get them all. It works in chunks and not in a transaction, and may be repeated if it is interrupted.
 */
public class Republication {

    private static final int CHUNK = 10_000;

    private static final String REPUBLISH = """
            with walked as (
              select position, journey_id, occurred_at >= ? as wanted from journey_event
              where position between ? and ? order by position limit ?
            ), queued as (
              insert into outbox (partition, position)
              select journey_partition(journey_id), position from walked where wanted and ? on conflict do nothing
            )
            select count(*) filter (where wanted), count(*), max(position) from walked
            """;

    private static final String OF_JOURNEY = """
            with walked as (
              select position, journey_id from journey_event where journey_id = ?
            ), queued as (
              insert into outbox (partition, position)
              select journey_partition(journey_id), position from walked where ? on conflict do nothing
            )
            select count(*) from walked
            """;

    private final Sql sql;
    private final RelayWakeUp wakeUp;
    private final boolean counts;

    public Republication(DataSource dataSource, RelayWakeUp wakeUp) {
        this(new Sql(dataSource), wakeUp, false);
    }

    private Republication(Sql sql, RelayWakeUp wakeUp, boolean counts) {
        this.sql = sql;
        this.wakeUp = wakeUp;
        this.counts = counts;
    }

    /** The same, but it only counts what would be published. */
    public Republication dryRun() {
        return new Republication(sql, wakeUp, true);
    }

    /** Everything that was recorded. @return how many facts */
    public long all() {
        return between(0, Long.MAX_VALUE);
    }

    /** What was recorded at or after this business time. @return how many facts */
    public long since(Instant time) {
        return walk(0, Long.MAX_VALUE, time.atOffset(ZoneOffset.UTC));
    }

    /** What lies between two positions, both included. @return how many facts */
    public long between(long fromPosition, long toPosition) {
        return walk(fromPosition, toPosition, OffsetDateTime.MIN);
    }

    /** The facts of one journey. @return how many */
    public long of(UUID journeyId) {
        long facts = sql.number(OF_JOURNEY, journeyId, !counts);
        wake();
        return facts;
    }

    private long walk(long fromPosition, long toPosition, OffsetDateTime since) {
        long facts = 0;
        long next = fromPosition;
        while (true) {
            long[] chunk = sql.query(
                            REPUBLISH,
                            row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
                            since,
                            next,
                            toPosition,
                            CHUNK,
                            !counts)
                    .get(0);
            facts += chunk[0];
            wake();
            // What is too old is walked over in chunks too: no statement may take longer than a transaction.
            if (chunk[1] < CHUNK) {
                return facts;
            }
            next = chunk[2] + 1;
        }
    }

    private void wake() {
        if (!counts) {
            wakeUp.wake(RelayWakeUp.ALL_PARTITIONS);
        }
    }
}
