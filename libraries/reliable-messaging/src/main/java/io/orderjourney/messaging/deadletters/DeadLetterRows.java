package io.orderjourney.messaging.deadletters;

import io.orderjourney.messaging.deadletters.DeadLetter.Action;
import io.orderjourney.messaging.deadletters.DeadLetter.Content;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.DeadLetter.Status;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of dead letters and of the journeys that wait because of them. */
public final class DeadLetterRows {

    private static final int TEXT_MAX = 1_000;

    private final Sql sql;

    public DeadLetterRows(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** A record delivered again, because its offset was not committed, is kept once. */
    public void add(
            RawRecord raw, @Nullable Envelope envelope, Reason reason, String detail, int attempts, Instant now) {
        sql.update(
                "insert into dead_letter (reason, detail, topic, kafka_partition, kafka_offset, fingerprint, event_id,"
                        + " type, journey_id, ordering_key, record_key, record_value, record_headers, received_at,"
                        + " attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (topic,"
                        + " kafka_partition, kafka_offset, fingerprint) do nothing",
                reason.wireName(),
                storable(detail),
                raw.topic(),
                raw.partition(),
                raw.offset(),
                raw.fingerprint(),
                envelope == null ? null : envelope.eventId(),
                envelope == null ? null : storable(envelope.type()),
                envelope == null ? null : envelope.journey(),
                envelope == null ? null : storable(envelope.orderingKey()),
                raw.key(),
                raw.value(),
                raw.headersJson(),
                now,
                attempts);
    }

    /** The record's value and what was said about it go. */
    void erase(String topic, String key) {
        sql.update(
                "update dead_letter set record_value = null, detail = 'erased' where topic = ? and record_key = ?",
                topic,
                key.getBytes(StandardCharsets.UTF_8));
    }

    /** PostgreSQL's text cannot hold the character zero. */
    public static String storable(String text) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= TEXT_MAX ? clean : clean.substring(0, TEXT_MAX);
    }

    /** Locks the row if it is there: a redrive that is just about to delete it has to be waited for. */
    public void quarantine(String orderingKey, Instant now) {
        sql.update(
                "insert into quarantine as q (ordering_key, since) values (?, ?)"
                        + " on conflict (ordering_key) do update set since = q.since",
                storable(orderingKey),
                now);
    }

    /**
     * Which of these wait behind a dead letter. They are locked until the transaction ends, so that a redrive cannot let
     * the last one go while another is being put behind it.
     */
    public Set<String> lockQuarantined(Collection<String> orderingKeys) {
        if (orderingKeys.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(sql.query(
                "select ordering_key from quarantine where ordering_key = any (?) order by ordering_key for share",
                row -> row.getString(1),
                SqlArray.texts(new TreeSet<>(orderingKeys))));
    }

    /** Holds the journey for one step of a redrive. */
    public void lockForRedrive(String orderingKey) {
        sql.query("select 1 from quarantine where ordering_key = ? for update", row -> true, orderingKey);
    }

    public void endQuarantine(String orderingKey) {
        sql.update("delete from quarantine where ordering_key = ?", orderingKey);
    }

    public Optional<DeadLetter> firstWaiting(String orderingKey) {
        return sql
                .query(
                        "select * from dead_letter where ordering_key = ? and status = 'WAITING' order by id limit 1"
                                + " for update",
                        DeadLetterRows::letter,
                        orderingKey)
                .stream()
                .findFirst();
    }

    public Optional<DeadLetter> lockWaiting(long id) {
        return sql
                .query(
                        "select * from dead_letter where id = ? and status = 'WAITING' for update",
                        DeadLetterRows::letter,
                        id)
                .stream()
                .findFirst();
    }

    public List<DeadLetter> waiting(long afterId, int limit) {
        return sql.query(
                "select * from dead_letter where status = 'WAITING' and id > ? order by id limit ?",
                DeadLetterRows::letter,
                afterId,
                limit);
    }

    public Optional<DeadLetter> find(long id) {
        return sql.query("select * from dead_letter where id = ?", DeadLetterRows::letter, id).stream()
                .findFirst();
    }

    public RawRecord raw(long id) {
        return sql.query("select * from dead_letter where id = ?", DeadLetterRows::raw, id)
                .get(0);
    }

    public Optional<Content> content(long id) {
        return find(id).map(letter -> {
            RawRecord raw = raw(id);
            return new Content(letter, raw.headers(), raw.key(), raw.value(), actions(id));
        });
    }

    public void settle(long id, Status status, String actor, @Nullable String because, Instant now) {
        sql.update(
                "update dead_letter set status = ?, settled_at = ?, settled_by = ?, settled_because = ? where id = ?",
                status.name(),
                now,
                storable(actor),
                because == null ? null : storable(because),
                id);
    }

    public void failedAgain(long id, Reason reason, String detail) {
        sql.update(
                "update dead_letter set reason = ?, detail = ?, attempts = attempts + 1 where id = ?",
                reason.wireName(),
                storable(detail),
                id);
    }

    public void audit(long id, String action, String outcome, String actor, Instant now) {
        sql.update(
                "insert into dead_letter_action (dead_letter_id, action, outcome, actor, acted_at) values (?, ?, ?, ?,"
                        + " ?)",
                id,
                action,
                storable(outcome),
                storable(actor),
                now);
    }

    private List<Action> actions(long id) {
        return sql.query(
                "select * from dead_letter_action where dead_letter_id = ? order by id",
                row -> new Action(
                        row.getString("action"),
                        row.getString("outcome"),
                        row.getString("actor"),
                        Sql.instant(row, "acted_at")),
                id);
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                Status.valueOf(row.getString("status")),
                Reason.ofWireName(row.getString("reason")),
                row.getString("detail"),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getObject("journey_id", UUID.class),
                row.getString("ordering_key"),
                Sql.instant(row, "received_at"),
                row.getInt("attempts"),
                Sql.instantOrNull(row, "settled_at"),
                row.getString("settled_by"),
                row.getString("settled_because"));
    }

    private static RawRecord raw(ResultSet row) throws SQLException {
        return new RawRecord(
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                row.getBytes("record_key"),
                row.getBytes("record_value"),
                RawRecord.headersOf(row.getString("record_headers")));
    }
}
