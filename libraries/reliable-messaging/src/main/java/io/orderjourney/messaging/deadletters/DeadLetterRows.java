package io.orderjourney.messaging.deadletters;

import io.orderjourney.messaging.Database;
import io.orderjourney.messaging.deadletters.DeadLetter.Action;
import io.orderjourney.messaging.deadletters.DeadLetter.Content;
import io.orderjourney.messaging.deadletters.DeadLetter.Reason;
import io.orderjourney.messaging.deadletters.DeadLetter.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The tables of dead letters and of the journeys that wait because of them. */
public final class DeadLetterRows {

    private static final int TEXT_MAX = 1_000;

    private final Database database;

    public DeadLetterRows(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** A record delivered again, because its offset was not committed, is kept once. */
    public void add(
            RawRecord raw, @Nullable Envelope envelope, Reason reason, String detail, int attempts, Instant now) {
        database.update(
                "insert into dead_letter (reason, detail, topic, kafka_partition, kafka_offset, fingerprint, event_id,"
                        + " type, journey_id, ordering_key, record_key, record_value, record_headers, received_at,"
                        + " attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (topic,"
                        + " kafka_partition, kafka_offset, fingerprint) do nothing",
                statement -> {
                    statement.setString(1, reason.wireName());
                    statement.setString(2, storable(detail));
                    statement.setString(3, raw.topic());
                    statement.setInt(4, raw.partition());
                    statement.setLong(5, raw.offset());
                    statement.setBytes(6, raw.fingerprint());
                    statement.setObject(7, envelope == null ? null : envelope.eventId());
                    statement.setString(8, envelope == null ? null : storable(envelope.type()));
                    statement.setObject(9, envelope == null ? null : envelope.journey());
                    statement.setString(10, envelope == null ? null : storable(envelope.orderingKey()));
                    statement.setBytes(11, raw.key());
                    statement.setBytes(12, raw.value());
                    statement.setString(13, raw.headersJson());
                    statement.setObject(14, now.atOffset(ZoneOffset.UTC));
                    statement.setInt(15, attempts);
                });
    }

    /** PostgreSQL's text cannot hold the character zero. */
    public static String storable(String text) {
        String clean = text.replace('\0', '\uFFFD');
        return clean.length() <= TEXT_MAX ? clean : clean.substring(0, TEXT_MAX);
    }

    /** Locks the row if it is there: a redrive that is just about to delete it has to be waited for. */
    public void quarantine(String orderingKey, Instant now) {
        database.update(
                "insert into quarantine as q (ordering_key, since) values (?, ?)"
                        + " on conflict (ordering_key) do update set since = q.since",
                statement -> {
                    statement.setString(1, storable(orderingKey));
                    statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                });
    }

    /**
     * Which of these wait behind a dead letter. They are locked until the transaction ends, so that a redrive cannot let
     * the last one go while another is being put behind it.
     */
    public Set<String> lockQuarantined(Collection<String> orderingKeys) {
        if (orderingKeys.isEmpty()) {
            return new HashSet<>();
        }
        return new HashSet<>(database.query(
                "select ordering_key from quarantine where ordering_key = any (?) order by ordering_key for share",
                statement -> Database.bindArray(statement, 1, "text", new TreeSet<>(orderingKeys)),
                row -> row.getString(1)));
    }

    /** Holds the journey for one step of a redrive. */
    public void lockForRedrive(String orderingKey) {
        database.query(
                "select 1 from quarantine where ordering_key = ? for update",
                statement -> statement.setString(1, orderingKey),
                row -> true);
    }

    public void endQuarantine(String orderingKey) {
        database.update(
                "delete from quarantine where ordering_key = ?", statement -> statement.setString(1, orderingKey));
    }

    public Optional<DeadLetter> firstWaiting(String orderingKey) {
        return database
                .query(
                        "select * from dead_letter where ordering_key = ? and status = 'WAITING' order by id limit 1"
                                + " for update",
                        statement -> statement.setString(1, orderingKey),
                        DeadLetterRows::letter)
                .stream()
                .findFirst();
    }

    public Optional<DeadLetter> lockWaiting(long id) {
        return database
                .query(
                        "select * from dead_letter where id = ? and status = 'WAITING' for update",
                        statement -> statement.setLong(1, id),
                        DeadLetterRows::letter)
                .stream()
                .findFirst();
    }

    public List<DeadLetter> waiting(long afterId, int limit) {
        return database.query(
                "select * from dead_letter where status = 'WAITING' and id > ? order by id limit ?",
                statement -> {
                    statement.setLong(1, afterId);
                    statement.setInt(2, limit);
                },
                DeadLetterRows::letter);
    }

    public Optional<DeadLetter> find(long id) {
        return database
                .query(
                        "select * from dead_letter where id = ?",
                        statement -> statement.setLong(1, id),
                        DeadLetterRows::letter)
                .stream()
                .findFirst();
    }

    public RawRecord raw(long id) {
        return database.query(
                        "select * from dead_letter where id = ?",
                        statement -> statement.setLong(1, id),
                        DeadLetterRows::raw)
                .get(0);
    }

    public Optional<Content> content(long id) {
        return find(id).map(letter -> {
            RawRecord raw = raw(id);
            return new Content(letter, raw.headers(), raw.key(), raw.value(), actions(id));
        });
    }

    public void settle(long id, Status status, String actor, @Nullable String because, Instant now) {
        database.update(
                "update dead_letter set status = ?, settled_at = ?, settled_by = ?, settled_because = ? where id = ?",
                statement -> {
                    statement.setString(1, status.name());
                    statement.setObject(2, now.atOffset(ZoneOffset.UTC));
                    statement.setString(3, storable(actor));
                    statement.setString(4, because == null ? null : storable(because));
                    statement.setLong(5, id);
                });
    }

    public void failedAgain(long id, Reason reason, String detail) {
        database.update(
                "update dead_letter set reason = ?, detail = ?, attempts = attempts + 1 where id = ?", statement -> {
                    statement.setString(1, reason.wireName());
                    statement.setString(2, storable(detail));
                    statement.setLong(3, id);
                });
    }

    public void audit(long id, String action, String outcome, String actor, Instant now) {
        database.update(
                "insert into dead_letter_action (dead_letter_id, action, outcome, actor, acted_at) values (?, ?, ?, ?,"
                        + " ?)",
                statement -> {
                    statement.setLong(1, id);
                    statement.setString(2, action);
                    statement.setString(3, storable(outcome));
                    statement.setString(4, storable(actor));
                    statement.setObject(5, now.atOffset(ZoneOffset.UTC));
                });
    }

    private List<Action> actions(long id) {
        return database.query(
                "select * from dead_letter_action where dead_letter_id = ? order by id",
                statement -> statement.setLong(1, id),
                row -> new Action(
                        row.getString("action"),
                        row.getString("outcome"),
                        row.getString("actor"),
                        row.getObject("acted_at", OffsetDateTime.class).toInstant()));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getLong("id"),
                Status.valueOf(row.getString("status")),
                Reason.ofWireName(row.getString("reason")),
                row.getString("detail"),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                Database.uuid(row, "event_id"),
                row.getString("type"),
                Database.uuid(row, "journey_id"),
                row.getString("ordering_key"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                settledAt == null ? null : settledAt.toInstant(),
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
