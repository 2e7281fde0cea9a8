package io.orderjourney.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** What is still to publish: places in the journey log, and keys of compacted topics. Read by state, never by a cursor. */
final class Outbox {

    /** A fact that waits in a lane. */
    record Waiting(int lane, RecordedEvent event) {}

    /** A key of a compacted topic whose value of this revision, or a newer one, waits. */
    record WaitingState(String topic, String key, long revision) {}

    private static final String CLAIM = """
            select * from (
              select w.lane, e.*, row_number() over (order by e.position) as nth,
                sum(octet_length(e.data)) over (order by e.position) as bytes_so_far
              from unnest(?::smallint[]) as l(lane)
              cross join lateral (
                select o.lane, o.position
                from outbox o join journey_event j using (position)
                where o.lane = l.lane and j.journey_id <> all (?::uuid[]) and j.topic <> all (?::text[])
                order by o.position
                limit ?
              ) w
              join journey_event e on e.position = w.position
            ) claimed
            where nth = 1 or (nth <= ? and bytes_so_far <= ?)
            order by position
            """;

    private static final String SETTLE_STATES = """
            with free as materialized (
              select p.topic, p.key, p.revision, w.published_revision > p.revision as overtaken
              from unnest(?::text[], ?::text[], ?::bigint[], ?::boolean[]) as p(topic, key, revision, acknowledged)
              join state_outbox w using (topic, key)
              where w.published_revision > p.revision or (p.acknowledged and w.published_revision < p.revision)
              for update of w skip locked
            )
            update state_outbox s
            set published_revision = greatest(s.published_revision, free.revision),
              revision = case when free.overtaken then nextval('state_revision') else s.revision end
            from free
            where s.topic = free.topic and s.key = free.key
            """;

    private final Database database;

    Outbox(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** The oldest facts of these lanes, in order within each lane; at most so many, and (but for the first) so large. */
    List<Waiting> oldest(
            List<Integer> lanes, int countMax, long bytesMax, Set<UUID> withoutJourneys, Set<String> withoutTopics) {
        int perLane = Math.max(1, countMax / Math.min(4, lanes.size()));
        return database.query(
                CLAIM,
                statement -> {
                    Database.bindArray(statement, 1, "int2", lanes);
                    Database.bindArray(statement, 2, "uuid", withoutJourneys);
                    Database.bindArray(statement, 3, "text", withoutTopics);
                    statement.setInt(4, perLane);
                    statement.setInt(5, countMax);
                    statement.setLong(6, bytesMax);
                },
                row -> new Waiting(row.getInt("lane"), JourneyLog.read(row)));
    }

    /** Whether anything waits in these lanes: one cheap look, for the many times when nothing does. */
    boolean holdsAnything(List<Integer> lanes) {
        return database.query(
                        "select exists (select from outbox where lane = any (?::smallint[])) or exists"
                                + " (select from state_outbox where lane = any (?::smallint[]) and revision > published_revision)",
                        statement -> {
                            Database.bindArray(statement, 1, "int2", lanes);
                            Database.bindArray(statement, 2, "int2", lanes);
                        },
                        row -> row.getBoolean(1))
                .get(0);
    }

    void delete(Collection<Waiting> published) {
        List<Integer> lanes = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        for (Waiting waiting : published) {
            lanes.add(waiting.lane());
            positions.add(waiting.event().position());
        }
        database.update(
                "delete from outbox o using unnest(?::smallint[], ?::bigint[]) as p(lane, position)"
                        + " where o.lane = p.lane and o.position = p.position",
                statement -> {
                    Database.bindArray(statement, 1, "int2", lanes);
                    Database.bindArray(statement, 2, "int8", positions);
                });
    }

    List<WaitingState> oldestStates(List<Integer> lanes, int countMax, Set<String> withoutTopics) {
        return database.query(
                "select topic, key, revision from state_outbox"
                        + " where lane = any (?::smallint[]) and topic <> all (?::text[]) and revision > published_revision"
                        + " order by revision limit ?",
                statement -> {
                    Database.bindArray(statement, 1, "int2", lanes);
                    Database.bindArray(statement, 2, "text", withoutTopics);
                    statement.setInt(3, countMax);
                },
                row -> new WaitingState(row.getString(1), row.getString(2), row.getLong(3)));
    }

    /**
     * Remembers what was published of these keys. A key touched again in the meantime keeps waiting: its revision is no
     * longer the published one. So does a key of which another relay published a newer value meanwhile, whether ours was
     * acknowledged or not: ours may lie behind it on the topic, where the last record counts. A key that a transaction holds
     * just now is left to the next pass: waiting for it, with other keys locked here and in another order there, could be a
     * deadlock.
     *
     * @return how many keys this changed something for
     */
    int settle(List<WaitingState> sent, boolean[] acknowledged) {
        List<Boolean> taken = new ArrayList<>();
        for (boolean one : acknowledged) {
            taken.add(one);
        }
        return database.update(SETTLE_STATES, statement -> {
            Database.bindArray(
                    statement, 1, "text", sent.stream().map(WaitingState::topic).toList());
            Database.bindArray(
                    statement, 2, "text", sent.stream().map(WaitingState::key).toList());
            Database.bindArray(
                    statement,
                    3,
                    "int8",
                    sent.stream().map(WaitingState::revision).toList());
            Database.bindArray(statement, 4, "bool", taken);
        });
    }

    /** Other replicas own these lanes. Sent on a connection of its own, never in the transaction of a change. */
    void announce(int lanes) {
        database.query(
                "select pg_notify(?, ?)",
                statement -> {
                    statement.setString(1, LaneKeeper.CHANNEL);
                    statement.setString(2, Integer.toString(lanes));
                },
                row -> true);
    }
}
