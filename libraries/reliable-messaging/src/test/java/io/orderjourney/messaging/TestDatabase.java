package io.orderjourney.messaging;

import com.arjuna.ats.arjuna.common.CoordinatorEnvironmentBean;
import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.orderjourney.testservers.Database;
import io.orderjourney.testservers.TestServers;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database with the messaging tables and one table of effects, behind a pool that joins JTA transactions. */
final class TestDatabase implements AutoCloseable {

    static final TransactionManager MANAGER = com.arjuna.ats.jta.TransactionManager.transactionManager();
    static final TransactionSynchronizationRegistry REGISTRY =
            new com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple();
    static final Transactions TRANSACTIONS = new JtaTransactions(MANAGER);

    static {
        for (String store : new String[] {null, "communicationStore", "stateStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
        BeanPopulator.getDefaultInstance(CoordinatorEnvironmentBean.class).setDefaultTimeout(60);
    }

    final Database address;
    final AgroalDataSource dataSource;
    private Connection ownConnection;

    private TestDatabase(Database address, int connectionsMax) {
        this.address = address;
        this.dataSource = pool(address, connectionsMax);
    }

    /** What PostgreSQL allows; holds for connections that are opened from now on, before the pool has any. */
    void transactionsLast(Duration atMost) {
        execute("do $$ begin execute format('alter database %I set transaction_timeout = " + atMost.toMillis()
                + "', current_database()); end $$");
    }

    static TestDatabase fresh() {
        Database address = TestServers.freshDatabase(
                "m_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        TestDatabase database = new TestDatabase(address, 20);
        database.migrate();
        return database;
    }

    /** Makes the tables in an empty database. */
    void migrate() {
        for (String migration : List.of("V0_1__journey_log.sql", "V0_2__inbox.sql", "V0_3__outbox_partitions.sql")) {
            execute(resource("/db/messaging/" + migration));
        }
        execute("create table effect (id bigint generated always as identity, event_id uuid, journey_id uuid,"
                + " number int, note text, at timestamptz default clock_timestamp())");
        execute("create table customer_copy (key text primary key, note text not null)");
    }

    /** Another pool on a database that exists, as another replica or process has it. */
    static TestDatabase at(Database address) {
        return new TestDatabase(address, 20);
    }

    private static AgroalDataSource pool(Database address, int connectionsMax) {
        try {
            return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .connectionPoolConfiguration(pool -> configure(pool, address, connectionsMax)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AgroalConnectionPoolConfigurationSupplier configure(
            AgroalConnectionPoolConfigurationSupplier pool, Database address, int connectionsMax) {
        return pool.maxSize(connectionsMax)
                .acquisitionTimeout(Duration.ofSeconds(5))
                .transactionIntegration(new NarayanaTransactionIntegration(MANAGER, REGISTRY))
                .exceptionSorter(new io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter())
                .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address.jdbcUrl())
                        .principal(new NamePrincipal(address.user()))
                        .credential(new SimplePassword(address.password())));
    }

    void execute(String sql) {
        try (Statement statement = connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return Long.parseLong(strings(sql).get(0));
    }

    List<String> strings(String sql) {
        try (Statement statement = connection().createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The test's own, kept: who waits asks often, and to log in costs more than to ask. The driver takes one question at a time. */
    private synchronized Connection connection() throws SQLException {
        if (ownConnection == null) {
            ownConnection = address.connect();
        }
        return ownConnection;
    }

    /** The numbers of a journey's parcels in the order in which they took effect. */
    List<Integer> effectsOf(UUID journey) {
        return strings("select number from effect where journey_id = '" + journey + "' order by id").stream()
                .map(Integer::valueOf)
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = TestDatabase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        dataSource.close();
        if (ownConnection != null) {
            try {
                ownConnection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
