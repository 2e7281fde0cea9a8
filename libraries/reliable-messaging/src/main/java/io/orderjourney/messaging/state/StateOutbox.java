package io.orderjourney.messaging.state;

import io.orderjourney.messaging.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The keys of compacted topics whose values are still to publish. Read by state, never by a cursor. */
public final class StateOutbox {

    /** A key of a compacted topic whose value of this revision, or a newer one, waits. */
    public record Waiting(String topic, String key, long revision) {}

    private static final String SETTLE = """
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

    public StateOutbox(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    public List<Waiting> oldest(List<Integer> partitions, int countMax, Set<String> withoutTopics) {
        return database.query(
                "select topic, key, revision from state_outbox where partition = any (?::smallint[]) and topic <> all"
                        + " (?::text[]) and revision > published_revision order by revision limit ?",
                statement -> {
                    Database.bindArray(statement, 1, "int2", partitions);
                    Database.bindArray(statement, 2, "text", withoutTopics);
                    statement.setInt(3, countMax);
                },
                row -> new Waiting(row.getString(1), row.getString(2), row.getLong(3)));
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
    public int settle(List<Waiting> sent, boolean[] acknowledged) {
        List<Boolean> taken = new ArrayList<>();
        for (boolean one : acknowledged) {
            taken.add(one);
        }
        return database.update(SETTLE, statement -> {
            Database.bindArray(
                    statement, 1, "text", sent.stream().map(Waiting::topic).toList());
            Database.bindArray(
                    statement, 2, "text", sent.stream().map(Waiting::key).toList());
            Database.bindArray(
                    statement, 3, "int8", sent.stream().map(Waiting::revision).toList());
            Database.bindArray(statement, 4, "bool", taken);
        });
    }
}
