package io.orderjourney.notification.incidents.db;

import io.orderjourney.notification.incidents.Heartbeat;
import io.orderjourney.notification.incidents.Heartbeats;
import io.orderjourney.notification.incidents.IncidentKind;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The table {@code heartbeat}. */
@ApplicationScoped
class JdbcHeartbeats implements Heartbeats {

    private final Sql sql;

    JdbcHeartbeats(DataSource database) {
        this.sql = new Sql(database);
    }

    @Override
    public void put(Heartbeat heartbeat, byte[] keyHash) {
        sql.update(
                """
                insert into heartbeat (name, kind, partner, interval_seconds, expected_by, silent, key_hash)
                values (?, ?, ?, ?, ?, false, ?)
                on conflict (name) do update set kind = excluded.kind, partner = excluded.partner,
                  interval_seconds = excluded.interval_seconds, expected_by = excluded.expected_by,
                  key_hash = excluded.key_hash
                """,
                heartbeat.name(),
                heartbeat.kind(),
                heartbeat.partner(),
                heartbeat.interval().toSeconds(),
                heartbeat.expectedBy(),
                keyHash);
    }

    @Override
    public Optional<Heartbeat> findForChange(String name) {
        return sql.first("select * from heartbeat where name = ? for update", JdbcHeartbeats::heartbeat, name);
    }

    @Override
    public byte[] keyHash(String name) {
        return sql.first("select key_hash from heartbeat where name = ?", row -> row.getBytes("key_hash"), name)
                .orElseGet(() -> new byte[0]);
    }

    @Override
    public void change(Heartbeat heartbeat) {
        sql.update(
                "update heartbeat set last_at = ?, expected_by = ?, silent = ?, incident_id = ? where name = ?",
                heartbeat.lastAt(),
                heartbeat.expectedBy(),
                heartbeat.silent(),
                heartbeat.incidentId(),
                heartbeat.name());
    }

    @Override
    public boolean remove(String name) {
        return sql.update("delete from heartbeat where name = ?", name) == 1;
    }

    @Override
    public List<Heartbeat> all() {
        return sql.query("select * from heartbeat order by name limit 200", JdbcHeartbeats::heartbeat);
    }

    @Override
    public List<Heartbeat> takeOverdue(Instant now, int atMost) {
        return sql.query("""
                select * from heartbeat where not silent and expected_by <= ?
                order by expected_by limit ? for update skip locked
                """, JdbcHeartbeats::heartbeat, now, atMost);
    }

    @Override
    public @Nullable Instant nextAt() {
        return sql.query(
                        "select min(expected_by) at from heartbeat where not silent",
                        row -> Optional.ofNullable(Sql.instantOrNull(row, "at")))
                .get(0)
                .orElse(null);
    }

    private static Heartbeat heartbeat(ResultSet row) throws SQLException {
        return new Heartbeat(
                row.getString("name"),
                IncidentKind.valueOf(row.getString("kind")),
                row.getString("partner"),
                Duration.ofSeconds(row.getInt("interval_seconds")),
                Sql.instantOrNull(row, "last_at"),
                Sql.instant(row, "expected_by"),
                row.getBoolean("silent"),
                row.getObject("incident_id", UUID.class));
    }
}
