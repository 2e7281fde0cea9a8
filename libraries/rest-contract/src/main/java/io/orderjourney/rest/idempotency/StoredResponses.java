package io.orderjourney.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of remembered responses, reached through connections that join the running transaction. */
@Singleton
class StoredResponses {

    private static final int PURGE_ROWS = 5_000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DataSource database;
    private final ObjectMapper mapper = new ObjectMapper();

    StoredResponses(DataSource database) {
        this.database = database;
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual.
    record Remembered(byte[] requestHash, StoredResponse response) {}

    /** Takes the key until the transaction ends, or says at once that somebody has it. */
    boolean lock(RequestKey key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, key.lockNumber());
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    Optional<Remembered> find(RequestKey key) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement("select request_hash, status, headers, body"
                        + " from idempotency_key where principal = ? and key = ?")) {
            find.setString(1, key.principal());
            find.setString(2, key.key());
            try (ResultSet row = find.executeQuery()) {
                return row.next()
                        ? Optional.of(new Remembered(
                                row.getBytes(1),
                                new StoredResponse(row.getInt(2), headers(row.getString(3)), row.getBytes(4))))
                        : Optional.empty();
            }
        }
    }

    void remember(RequestKey key, StoredResponse response, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into idempotency_key"
                        + " (principal, key, request_hash, status, headers, body, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, key.principal());
            insert.setString(2, key.key());
            insert.setBytes(3, key.requestHash());
            insert.setInt(4, response.status());
            insert.setString(5, text(response.headers()));
            insert.setBytes(6, response.body());
            insert.setObject(7, OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    int forget(Instant olderThan) throws SQLException {
        int forgotten = 0;
        int deleted;
        do {
            deleted = forgetSome(olderThan);
            forgotten += deleted;
        } while (deleted == PURGE_ROWS);
        return forgotten;
    }

    private int forgetSome(Instant olderThan) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from idempotency_key where ctid = any"
                        + " (array(select ctid from idempotency_key where created_at < ? limit ?))")) {
            delete.setObject(1, OffsetDateTime.ofInstant(olderThan, ZoneOffset.UTC));
            delete.setInt(2, PURGE_ROWS);
            return delete.executeUpdate();
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return mapper.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Remembered headers cannot be read", e);
        }
    }

    private String text(Map<String, String> headers) {
        try {
            return mapper.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers are plain texts", e);
        }
    }
}
