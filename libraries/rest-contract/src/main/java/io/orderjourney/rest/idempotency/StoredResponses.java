package io.orderjourney.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The table of remembered responses, reached through connections that join the running transaction. */
@Singleton
class StoredResponses {

    private static final String LOCK_ALL = """
            select pg_try_advisory_xact_lock(k.lock), set_config('lock_timeout', ?, true)
            from unnest(?::bigint[]) with ordinality as k (lock, nth) order by k.nth
            """;

    private static final String FIND_ALL = """
            select r.principal, r.key, r.request_hash, r.status, r.headers, r.body
            from unnest(?::text[], ?::text[]) as k (principal, key) join idempotency_key r using (principal, key)
            """;

    private static final String REMEMBER_ALL = """
            insert into idempotency_key (created_at, principal, key, request_hash, status, headers, body, customer_id)
            select ?::timestamptz, k.* from unnest(?::text[], ?::text[], ?::bytea[], ?::int[], ?::text[], ?::bytea[], ?::uuid[]) as k
            """;

    private static final int PURGE_ROWS = 5_000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper mapper = new ObjectMapper();

    StoredResponses(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A key and whose it is. */
    record Owned(String principal, String key) {

        static Owned of(RequestKey key) {
            return new Owned(key.principal(), key.key());
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual.
    record Remembered(byte[] requestHash, StoredResponse response) {}

    /**
     * Takes keys until the transaction ends, and says of each whether it did.
     *
     * @param lockWait how long a statement of this transaction waits for another one; zero: as long as it takes
     */
    List<Boolean> lock(List<RequestKey> keys, Duration lockWait) {
        return sql.query(
                LOCK_ALL,
                row -> row.getBoolean(1),
                lockWait.toMillis() + "ms",
                SqlArray.numbers(keys.stream().map(RequestKey::lockNumber).toList()));
    }

    /** The responses of those of these keys that have one. */
    Map<Owned, Remembered> find(List<RequestKey> keys) {
        Map<Owned, Remembered> found = new HashMap<>();
        sql.query(
                FIND_ALL,
                row -> found.put(
                        new Owned(row.getString(1), row.getString(2)),
                        new Remembered(
                                row.getBytes(3),
                                new StoredResponse(row.getInt(4), headers(row.getString(5)), row.getBytes(6)))),
                SqlArray.texts(keys.stream().map(RequestKey::principal).toList()),
                SqlArray.texts(keys.stream().map(RequestKey::key).toList()));
        return found;
    }

    void remember(List<RequestKey> keys, List<StoredResponse> responses, Instant now) {
        sql.update(
                REMEMBER_ALL,
                now,
                SqlArray.texts(keys.stream().map(RequestKey::principal).toList()),
                SqlArray.texts(keys.stream().map(RequestKey::key).toList()),
                bytes(keys.stream().map(RequestKey::requestHash)),
                SqlArray.of(
                        "int4", responses.stream().map(StoredResponse::status).toList()),
                SqlArray.texts(responses.stream()
                        .map(response -> text(response.headers()))
                        .toList()),
                bytes(responses.stream().map(StoredResponse::body)),
                SqlArray.uuids(
                        responses.stream().map(StoredResponse::customerId).toList()));
    }

    /** Takes the key until the transaction ends; false if somebody else has it. */
    boolean lock(RequestKey key) {
        return sql.isTrue("select pg_try_advisory_xact_lock(?)", key.lockNumber());
    }

    Optional<Remembered> find(RequestKey key) {
        return sql.first(
                "select request_hash, status, headers, body from idempotency_key where principal = ? and key = ?",
                row -> new Remembered(
                        row.getBytes(1), new StoredResponse(row.getInt(2), headers(row.getString(3)), row.getBytes(4))),
                key.principal(),
                key.key());
    }

    void remember(RequestKey key, StoredResponse response, Instant now) {
        sql.update(
                "insert into idempotency_key (principal, key, request_hash, status, headers, body, created_at, customer_id)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                key.principal(),
                key.key(),
                key.requestHash(),
                response.status(),
                text(response.headers()),
                response.body(),
                now,
                response.customerId());
    }

    /** What was answered about the customer goes; that it was answered stays, so that a late repetition changes nothing. */
    void erase(@Observes ErasureOfCustomer erasure) {
        sql.update("update idempotency_key set body = '' where customer_id = ?", erasure.customerId());
    }

    int forget(Instant olderThan) {
        int forgotten = 0;
        int deleted;
        do {
            deleted = sql.update(
                    "delete from idempotency_key where ctid = any"
                            + " (array(select ctid from idempotency_key where created_at < ? limit ?))",
                    olderThan,
                    PURGE_ROWS);
            forgotten += deleted;
        } while (deleted == PURGE_ROWS);
        return forgotten;
    }

    /** The driver takes arrays of bytes by the type of the array, not of its elements. */
    private static SqlArray bytes(Stream<byte[]> values) {
        return new SqlArray("bytea", values.toArray(byte[][]::new));
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
