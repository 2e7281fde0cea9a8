package io.orderjourney.rest.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.sql.Sql;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of remembered responses, reached through connections that join the running transaction. */
@Singleton
class StoredResponses {

    private static final int PURGE_ROWS = 5_000;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper mapper = new ObjectMapper();

    StoredResponses(DataSource database) {
        this.sql = new Sql(database);
    }

    @SuppressWarnings("ArrayRecordComponent") // Compared with MessageDigest.isEqual.
    record Remembered(byte[] requestHash, StoredResponse response) {}

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
