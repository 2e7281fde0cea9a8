package io.orderjourney.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.messaging.testing.TakenPools;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** People and the service's own threads each have connections that the others cannot take, entities included. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class SeparatePoolsTest {

    @Inject
    DataSource database;

    @Inject
    EntityManager entities;

    @Test
    void the_background_goes_on_while_people_have_taken_all_their_connections() throws Exception {
        List<Number> connections = TakenPools.withoutPeople(database, this::ofOneTransaction);

        assertThat(connections.get(0).longValue()).isEqualTo(connections.get(1).longValue());
    }

    @Test
    void people_are_answered_while_the_background_has_taken_all_its_connections() throws Exception {
        List<Number> connections = TakenPools.withoutBackground(database, this::ofOneTransaction);

        assertThat(connections.get(0).longValue()).isEqualTo(connections.get(1).longValue());
    }

    /** The connection of entities, and the one of plain SQL. */
    private List<Number> ofOneTransaction() {
        return QuarkusTransaction.requiringNew()
                .call(() -> List.of(
                        (Number) entities.createNativeQuery("select pg_backend_pid()")
                                .getSingleResult(),
                        new Sql(database).number("select pg_backend_pid()")));
    }
}
