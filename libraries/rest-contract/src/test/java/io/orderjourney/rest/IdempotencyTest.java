package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.rest.app.Parcels;
import io.orderjourney.rest.idempotency.IdempotentRequests;
import io.orderjourney.rest.idempotency.RequestKey;
import io.orderjourney.rest.idempotency.StoredResponse;
import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class IdempotencyTest {

    private static final String PARCELS = "/api/v1/parcels";
    private static final Executor OWN_THREAD = task -> new Thread(task, "first request").start();

    @TestHTTPResource("/")
    URI base;

    @Inject
    Parcels parcels;

    @Inject
    IdempotentRequests requests;

    @Inject
    DataSource database;

    private ParcelCalls calls;
    private String name;
    private String body;
    private String key;

    @BeforeEach
    void thinkOfAParcel() {
        calls = new ParcelCalls(base);
        name = "parcel-" + UUID.randomUUID();
        body = "{\"name\":\"" + name + "\"}";
        key = UUID.randomUUID().toString();
    }

    @Test
    void the_same_request_acts_once_and_is_answered_the_same() throws SQLException {
        HttpResponse<String> first = calls.post(PARCELS, body, key);
        HttpResponse<String> second = calls.post(PARCELS, body, key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
        for (String header : List.of("Location", "ETag")) {
            assertThat(second.headers().firstValue(header))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(header));
        }
        assertThat(second.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(parcels.count(name)).isEqualTo(1);
    }

    @Test
    void plain_and_empty_answers_are_repeated_too() throws SQLException {
        HttpResponse<String> first = calls.post(PARCELS + "/plain", body, key);
        HttpResponse<String> second = calls.post(PARCELS + "/plain", body, key);
        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(202);
        assertThat(second.body()).isEqualTo(first.body());

        long before = parcels.count("NOTHING");
        String other = UUID.randomUUID().toString();
        assertThat(calls.post(PARCELS + "/nothing", "", other).statusCode()).isEqualTo(204);
        HttpResponse<String> again = calls.post(PARCELS + "/nothing", "", other);
        assertThat(again.statusCode()).isEqualTo(204);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(parcels.count("NOTHING")).isEqualTo(before + 1);
    }

    @Test
    void a_post_without_a_key_does_nothing() throws SQLException {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));

        requireProblem(answer, 400, "idempotency-key-missing");
        assertThat(parcels.count(name)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "with blank", "\t"})
    void a_key_is_visible_ascii(String wrong) throws SQLException {
        requireProblem(calls.post(PARCELS, body, wrong), 400, "idempotency-key-invalid");
        assertThat(parcels.count(name)).isZero();
    }

    @Test
    void a_key_has_255_characters_at_most() {
        String longest = UUID.randomUUID() + "k".repeat(255 - 36);

        assertThat(calls.post(PARCELS, body, longest).statusCode()).isEqualTo(201);
        requireProblem(calls.post(PARCELS, body, longest + "k"), 400, "idempotency-key-invalid");
    }

    @Test
    void two_keys_are_none() {
        HttpResponse<String> answer = calls.send(calls.request(PARCELS, ParcelCalls.SHOP)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "a" + key)
                .header("Idempotency-Key", "b" + key)
                .POST(BodyPublishers.ofString(body)));

        requireProblem(answer, 400, "idempotency-key-invalid");
    }

    @Test
    void the_same_key_for_another_request_is_refused() throws SQLException {
        calls.post(PARCELS, body, key);

        requireProblem(calls.post(PARCELS, body + " ", key), 422, "idempotency-key-reused");
        requireProblem(calls.post(PARCELS + "/plain", body, key), 422, "idempotency-key-reused");
        requireProblem(calls.post(PARCELS + "?x=1", body, key), 422, "idempotency-key-reused");
        assertThat(parcels.count(name)).isEqualTo(1);
    }

    @Test
    void a_key_belongs_to_its_caller() throws SQLException {
        calls.post(PARCELS, body, key);
        HttpResponse<String> other =
                calls.post(PARCELS, body.getBytes(StandardCharsets.UTF_8), key, ParcelCalls.OTHER_SHOP);

        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(parcels.count(name)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "RETURNED-409"})
    void a_refusal_leaves_nothing_behind_and_is_judged_anew(String refused) throws SQLException {
        String refusedBody = "{\"name\":\"" + refused + "\"}";

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = calls.post(PARCELS, refusedBody, key);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
        }
        assertThat(parcels.count(refused)).isZero();
        assertThat(calls.post(PARCELS, body, key).statusCode()).isEqualTo(201);
    }

    @Test
    void a_change_whose_answer_cannot_be_remembered_is_not_made() throws SQLException {
        execute("alter table idempotency_key add constraint no_poison check (key not like 'poison%')");
        try {
            requireProblem(calls.post(PARCELS, body, "poison-" + key), 500, "unexpected");
            assertThat(parcels.count(name)).isZero();
        } finally {
            execute("alter table idempotency_key drop constraint no_poison");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void a_malformed_request_does_not_use_up_its_key() {
        requireProblem(calls.post(PARCELS, "{", key), 400, "json-malformed");
        requireProblem(calls.post(PARCELS, "{\"name\":\"\"}", key), 422, "validation");

        assertThat(calls.post(PARCELS, body, key).statusCode()).isEqualTo(201);
    }

    @Test
    void while_the_first_is_at_work_the_second_is_told_to_wait() throws Exception {
        String slow = "{\"name\":\"SLOW\"}";
        CompletableFuture<HttpResponse<String>> first =
                CompletableFuture.supplyAsync(() -> calls.post(PARCELS, slow, key), OWN_THREAD);
        awaitSleeper();

        HttpResponse<String> second = calls.post(PARCELS, slow, key);

        JsonNode problem = requireProblem(second, 409, "idempotency-key-in-progress");
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(first.get().statusCode()).isEqualTo(201);
        assertThat(calls.post(PARCELS, slow, key).headers().firstValue("Idempotency-Replayed"))
                .contains("true");
    }

    private void awaitSleeper() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> count("select count(*) from pg_stat_activity where query like 'select pg_sleep%'"
                                + " and state = 'active' and datname = current_database()")
                        > 0);
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void of_many_at_once_exactly_one_acts() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(6);
        try {
            List<CompletableFuture<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> calls.post(PARCELS, body, key).statusCode(), pool));
            }
            for (CompletableFuture<Integer> answer : answers) {
                assertThat(answer.get()).isIn(201, 409);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(parcels.count(name)).isEqualTo(1);
    }

    @Test
    void work_that_fails_is_not_remembered() {
        RequestKey request = RequestKey.of("bank", key, "POST", "/x", new byte[0]);

        assertThatThrownBy(() -> requests.run(request, () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThatThrownBy(() -> requests.run(request, () -> {
                    throw new AssertionError("broken worse");
                }))
                .hasMessage("broken worse");
    }

    @Test
    void an_own_key_is_remembered_like_a_header() throws Exception {
        RequestKey request = RequestKey.of("bank", key, "POST", "/x", "body".getBytes(StandardCharsets.UTF_8));

        assertThat(requests.run(request, () -> new StoredResponse(200, Map.of(), new byte[] {1}))
                        .replayed())
                .isFalse();
        IdempotentRequests.Outcome second = requests.run(request, () -> {
            throw new AssertionError("acts twice");
        });
        assertThat(second.replayed()).isTrue();
        assertThat(second.response().body()).containsExactly(1);
    }

    @Test
    void answers_are_forgotten_after_seven_days_and_not_before() throws SQLException {
        Instant before = Instant.now();
        calls.post(PARCELS, body, key);
        Instant after = Instant.now();

        requests.purge(before.plus(IdempotentRequests.RETENTION));
        assertThat(remembered()).isEqualTo(1);
        assertThat(requests.purge(after.plus(IdempotentRequests.RETENTION).plusMillis(1)))
                .isPositive();
        assertThat(remembered()).isZero();
    }

    private long remembered() throws SQLException {
        return count("select count(*) from idempotency_key where key = '" + key + "'");
    }
}
