package io.orderjourney.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.testservers.OwnDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Who ends a transaction that takes too long. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class TransactionTimeTest {

    @Inject
    DataSource database;

    @ConfigProperty(name = "quarkus.transaction-manager.default-transaction-timeout")
    Duration managersPatience;

    @Test
    void the_database_ends_it_before_the_transaction_manager_does() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select setting::bigint from pg_settings where name = 'transaction_timeout'")) {
            assertThat(row.next()).isTrue();
            assertThat(Duration.ofMillis(row.getLong(1))).isPositive().isLessThan(managersPatience);
        }
    }
}
