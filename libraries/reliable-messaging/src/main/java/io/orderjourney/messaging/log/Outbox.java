package io.orderjourney.messaging.log;

import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** The facts that are still to publish, as places in the journey log. Read by state, never by a cursor. */
public final class Outbox {

    /** A fact that waits in a partition. */
    public record Waiting(int partition, RecordedEvent event) {}

    private static final String CLAIM = """
        select * from (
          select w.partition, e.*, row_number() over (order by e.position) as nth,
            sum(octet_length(e.data)) over (order by e.position) as bytes_so_far
          from unnest(?::smallint[]) as l(partition)
          cross join lateral (
            select o.partition, o.position
            from outbox o join journey_event j using (position)
            where o.partition = l.partition and j.journey_id <> all (?::uuid[]) and j.topic <> all (?::text[])
            order by o.position
            limit ?
          ) w
          join journey_event e on e.position = w.position
        ) claimed
        where nth = 1 or (nth <= ? and bytes_so_far <= ?)
        order by position
        """;

    private final Sql sql;

    public Outbox(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** The oldest facts of these partitions, in order within each partition; at most so many, and (but for the first) so large. */
    public List<Waiting> oldest(
            List<Integer> partitions,
            int countMax,
            long bytesMax,
            Set<UUID> withoutJourneys,
            Set<String> withoutTopics) {
        int perPartition = Math.max(1, countMax / Math.min(4, partitions.size()));
        return sql.query(
                CLAIM,
                row -> new Waiting(row.getInt("partition"), JourneyLog.read(row)),
                SqlArray.of("int2", partitions),
                SqlArray.uuids(withoutJourneys),
                SqlArray.texts(withoutTopics),
                perPartition,
                countMax,
                bytesMax);
    }

    /** Whether anything waits in these partitions: one cheap look, for the many times when nothing does. */
    public boolean holdsAnything(List<Integer> partitions) {
        return sql.query(
                        "select exists (select from outbox where partition = any (?::smallint[])) or exists (select"
                                + " from state_outbox where partition = any (?::smallint[]) and revision >"
                                + " published_revision)",
                        row -> row.getBoolean(1),
                        SqlArray.of("int2", partitions),
                        SqlArray.of("int2", partitions))
                .get(0);
    }

    public void delete(Collection<Waiting> published) {
        List<Integer> partitions = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Waiting waiting : published) {
            partitions.add(waiting.partition());
            positions.add(waiting.event().position());
        }
        sql.update(
                "delete from outbox o using unnest(?::smallint[], ?::bigint[]) as p(partition, position)"
                        + " where o.partition = p.partition and o.position = p.position",
                SqlArray.of("int2", partitions),
                SqlArray.of("int8", positions));
    }

    /** Other replicas own these partitions. Sent on a connection of its own, never in the transaction of a change. */
    public void announce(int partitions) {
        sql.query("select pg_notify(?, ?)", row -> true, PartitionLeases.CHANNEL, Integer.toString(partitions));
    }
}
