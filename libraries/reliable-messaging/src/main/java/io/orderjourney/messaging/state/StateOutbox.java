package io.orderjourney.messaging.state;

import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
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

    private final Sql sql;

    public StateOutbox(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    public List<Waiting> oldest(List<Integer> partitions, int countMax, Set<String> withoutTopics) {
        return sql.query(
                "select topic, key, revision from state_outbox where partition = any (?::smallint[]) and topic <> all"
                        + " (?::text[]) and revision > published_revision order by revision limit ?",
                row -> new Waiting(row.getString(1), row.getString(2), row.getLong(3)),
                SqlArray.of("int2", partitions),
                SqlArray.texts(withoutTopics),
                countMax);
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
        return sql.update(
                SETTLE,
                SqlArray.texts(sent.stream().map(Waiting::topic).toList()),
                SqlArray.texts(sent.stream().map(Waiting::key).toList()),
                SqlArray.of("int8", sent.stream().map(Waiting::revision).toList()),
                SqlArray.of("bool", taken));
    }
}
