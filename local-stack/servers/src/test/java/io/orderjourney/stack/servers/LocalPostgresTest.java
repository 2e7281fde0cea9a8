package io.orderjourney.stack.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    static Path directory;

    private static LocalPostgres postgres;

    /** A database of the test's own: all tests kill and restart one server. */
    private final String shop =
            "shop_" + UUID.randomUUID().toString().replace("-", "").substring(0, 8);

    @BeforeAll
    static void make() {
        postgres = LocalPostgres.in(directory, 0, "journey", "secret");
    }

    @BeforeEach
    void start() {
        ChildProcess process = postgres.process();
        if (process == null || !process.isAlive()) {
            postgres.start();
        }
    }

    @AfterAll
    static void close() {
        postgres.close();
    }

    @Test
    void it_is_the_version_it_says() throws SQLException {
        assertThat(query("postgres", "show server_version")).isEqualTo(LocalPostgres.VERSION);
    }

    @Test
    void committed_rows_survive_signal_9() throws SQLException {
        postgres.createDatabase(shop);
        execute(shop, "create table phone (name text)");
        execute(shop, "insert into phone values ('Nokia')");
        long killed = postgres.pid();

        postgres.kill();
        assertThat(ProcessHandle.of(killed)).isEmpty();
        postgres.start();

        assertThat(postgres.pid()).isNotEqualTo(killed);
        assertThat(query(shop, "select name from phone")).isEqualTo("Nokia");
    }

    @Test
    void signal_9_in_the_middle_of_a_long_query_does_not_hinder_the_next_start() throws Exception {
        Thread busy = new Thread(() -> {
            try {
                query("postgres", "select count(*)::text from generate_series(1, 2000000000)");
            } catch (SQLException expected) {
                // The server is killed under it.
                return;
            }
        });
        busy.start();
        while (!"1"
                .equals(
                        query(
                                "postgres",
                                "select count(*)::text from pg_stat_activity where query like '%generate%' and pid <> pg_backend_pid() and state = 'active'"))) {
            Thread.onSpinWait();
        }

        postgres.kill();
        postgres.start();

        busy.join();
        assertThat(query("postgres", "select 'there'")).isEqualTo("there");
    }

    @Test
    void a_shell_that_stands_in_the_data_folder_survives_a_start() throws Exception {
        Process shell = new ProcessBuilder("sleep", "300")
                .directory(directory.resolve("data").toFile())
                .start();
        try {
            postgres.restart();

            assertThat(shell.isAlive()).isTrue();
        } finally {
            shell.destroyForcibly().waitFor();
        }
    }

    @Test
    void an_interrupted_first_start_is_repeated(@TempDir Path cutOff) throws Exception {
        Files.createDirectories(cutOff.resolve("data.new"));
        Files.writeString(cutOff.resolve("data.new").resolve("PG_VERSION"), "18");

        try (LocalPostgres again =
                LocalPostgres.in(cutOff, 0, "journey", "secret").start()) {
            assertThat(again.process())
                    .satisfies(process -> assertThat(process.isAlive()).isTrue());
            assertThat(cutOff.resolve("data.new")).doesNotExist();
        }
    }

    @Test
    void the_password_is_stored_with_as_many_rounds_as_the_setting_says(@TempDir Path quick) throws SQLException {
        try (LocalPostgres server = LocalPostgres.in(quick, 0, "journey", "secret")
                        .with("scram_iterations", "2")
                        .start();
                Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"), "journey", "secret");
                Statement statement = connection.createStatement();
                ResultSet stored =
                        statement.executeQuery("select rolpassword from pg_authid where rolname = 'journey'")) {
            assertThat(stored.next()).isTrue();
            assertThat(stored.getString(1)).startsWith("SCRAM-SHA-256$2:");
        }
        assertThat(query("postgres", "select rolpassword from pg_authid where rolname = 'journey'"))
                .startsWith("SCRAM-SHA-256$4096:");
    }

    @Test
    void stopping_in_order_and_starting_again_keeps_the_rows() throws SQLException {
        postgres.createDatabase(shop);
        execute(shop, "create table phone (name text)");

        postgres.restart();

        assertThat(query(shop, "select count(*)::text from phone")).isEqualTo("0");
    }

    @Test
    void creating_a_database_twice_keeps_the_first() throws SQLException {
        postgres.createDatabase(shop);
        execute(shop, "create table phone (name text)");

        postgres.createDatabase(shop);

        assertThat(query(shop, "select count(*)::text from phone")).isEqualTo("0");
    }

    @Test
    void a_second_server_on_the_same_folder_is_refused() {
        LocalPostgres second = LocalPostgres.in(directory, 0, "journey", "secret");

        assertThatThrownBy(second::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in use by another running copy");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "journey", "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database), "journey", "secret");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl(database), "journey", "secret");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
