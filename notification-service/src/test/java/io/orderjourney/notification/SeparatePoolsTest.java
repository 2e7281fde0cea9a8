package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.messaging.testing.TakenPools;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** People and the service's own threads each have connections that the others cannot take. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class SeparatePoolsTest {

    @Inject
    DataSource database;

    @Test
    void people_are_answered_while_the_background_has_taken_all_its_connections() throws Exception {
        TakenPools.withoutBackground(database, () -> {
            assertThatThrownBy(() -> TakenPools.inBackground(this::one)).hasRootCauseInstanceOf(SQLException.class);
            return RestAssured.given()
                    .header("Authorization", "Bearer test-token-of-management")
                    .get("/api/v1/promises?outlook=MISSED&limit=1")
                    .then()
                    .statusCode(200);
        });
    }

    @Test
    void the_background_goes_on_while_people_have_taken_all_their_connections() throws Exception {
        assertThat(TakenPools.withoutPeople(database, this::one)).isEqualTo(1);
    }

    private long one() {
        return new Sql(database).number("select 1");
    }
}
