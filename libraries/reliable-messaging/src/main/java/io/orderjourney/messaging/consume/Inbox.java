package io.orderjourney.messaging.consume;

import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/** The ids of the events that this service has processed, written in the transaction of their effects. */
final class Inbox {

    private final Sql sql;

    Inbox(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /**
     * Remembers these events and returns those that are new. Another consumer that is busy with one of them is waited for.
     * Ids are inserted in order, so that two consumers with the same events do not lock each other out.
     */
    Set<UUID> remember(Collection<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query(
                "insert into inbox (event_id, received_at) select id, ? from unnest(?::uuid[]) as t(id)"
                        + " on conflict do nothing returning event_id",
                row -> row.getObject(1, UUID.class),
                now,
                SqlArray.uuids(new TreeSet<>(ids))));
    }

    /**
     * The newest state of each key among these, if it is newer than what was applied before. A state whose source does not
     * count revisions is always taken.
     */
    List<InboundRecord.State> newer(Collection<InboundRecord.State> states) {
        Map<String, InboundRecord.State> newest = new LinkedHashMap<>();
        for (InboundRecord.State state : states) {
            String topicAndKey = state.raw().topic() + ' ' + state.key();
            InboundRecord.State known = newest.remove(topicAndKey);
            boolean older = known != null && state.revision() != 0 && state.revision() < known.revision();
            newest.put(topicAndKey, older ? known : state);
        }
        Set<String> advanced = advanced(newest.values());
        return newest.entrySet().stream()
                .filter(state -> state.getValue().revision() == 0 || advanced.contains(state.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Topic and key of the states that are newer than before, each of which counts revisions. */
    private Set<String> advanced(Collection<InboundRecord.State> states) {
        List<InboundRecord.State> counted =
                states.stream().filter(state -> state.revision() != 0).toList();
        if (counted.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(sql.query(
                """
                insert into state_seen as s (topic, key, revision)
                select * from unnest(?::text[], ?::text[], ?::bigint[]) as n (topic, key) order by n.topic, n.key
                on conflict (topic, key) do update set revision = excluded.revision where s.revision < excluded.revision
                returning topic, key
                """,
                row -> row.getString("topic") + ' ' + row.getString("key"),
                SqlArray.texts(
                        counted.stream().map(state -> state.raw().topic()).toList()),
                SqlArray.texts(counted.stream().map(InboundRecord.State::key).toList()),
                SqlArray.numbers(
                        counted.stream().map(InboundRecord.State::revision).toList())));
    }
}
