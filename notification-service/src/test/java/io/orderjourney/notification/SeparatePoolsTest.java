package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.loops.BackgroundThread;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** People and the service's own threads each have connections that the others cannot take. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class SeparatePoolsTest {

    private static final int MORE_THAN_A_POOL_HAS = 60;

    @Inject
    DataSource database;

    @Test
    void people_are_answered_while_the_background_has_taken_all_its_connections() throws Exception {
        List<Connection> taken = inBackground(this::takeAll);
        try {
            RestAssured.given()
                    .header("Authorization", "Bearer test-token-of-management")
                    .get("/api/v1/promises?outlook=MISSED&limit=1")
                    .then()
                    .statusCode(200);
            assertThatThrownBy(() -> inBackground(this::one)).hasRootCauseInstanceOf(SQLException.class);
        } finally {
            giveBack(taken);
        }
    }

    @Test
    void the_background_goes_on_while_people_have_taken_all_their_connections() throws Exception {
        List<Connection> taken = takeAll();
        try {
            assertThat(inBackground(this::one)).isEqualTo(1);
        } finally {
            giveBack(taken);
        }
    }

    private long one() {
        return new Sql(database).number("select 1");
    }

    private List<Connection> takeAll() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (taken.size() < MORE_THAN_A_POOL_HAS) {
            try {
                taken.add(database.getConnection());
            } catch (SQLException nothingLeft) {
                return taken;
            }
        }
        giveBack(taken);
        throw new AssertionError("The pool has no end");
    }

    private static void giveBack(List<Connection> taken) throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    private static <T> T inBackground(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        new BackgroundThread(task, "background of the test").start();
        return task.get();
    }
}
