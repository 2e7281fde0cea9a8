package io.orderjourney.rest;

import static io.orderjourney.rest.ParcelCalls.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.testservers.OwnDatabase;
import io.orderjourney.testservers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class DatabaseAwayTest {

    private static final String PARCELS = "/api/v1/parcels";

    @TestHTTPResource("/")
    URI base;

    private ParcelCalls calls;

    @BeforeEach
    void knowTheAddress() {
        calls = new ParcelCalls(base);
    }

    @Test
    void a_database_that_is_away_is_told_with_a_time_to_come_again() throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        String database = url.replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
        try {
            onTheServer("alter database " + database + " allow_connections false");
            onTheServer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'");

            requireAway(calls.post(PARCELS, "{\"name\":\"box\"}"));
            requireAway(calls.get(PARCELS + "/1", ParcelCalls.SHOP));
            // Who is wrong is told so, with or without a database.
            requireProblem(calls.post(PARCELS, "{"), 400, "json-malformed");
        } finally {
            onTheServer("alter database " + database + " allow_connections true");
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                calls.post(PARCELS, "{\"name\":\"box\"}").statusCode())
                        .isEqualTo(201));
    }

    private static void requireAway(HttpResponse<String> answer) {
        JsonNode problem = requireProblem(answer, 503, "database-unavailable");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    private static void onTheServer(String sql) throws SQLException {
        try (Connection connection = TestServers.postgres().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void an_exhausted_pool_is_told_the_same_way() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(CompletableFuture.supplyAsync(
                        () -> calls.get(PARCELS + "/faults/slow", ParcelCalls.SALES), pool));
            }
            int away = 0;
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                if (answer.get().statusCode() != 200) {
                    requireAway(answer.get());
                    away++;
                }
            }
            // Eight connections, each busy for four seconds; who waits longer than two gives up.
            assertThat(away).isBetween(8, 15);
        } finally {
            pool.shutdown();
        }
    }
}
