package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.stack.servers.LocalPostgres;
import io.orderjourney.testservers.Database;
import io.orderjourney.testservers.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of docs/backup.md: a service's database is lost, and restored to a time before others had said more. */
class RestoredDatabaseTest {

    private static final String USER = "journey";
    private static final Path AFTER_RESTORE = Path.of("..", "..", "deploy", "backup", "after-restore.sql");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    private final TestTopic topic = new TestTopic();
    private final UUID journey = UUID.randomUUID();
    private final String receiver = "receiver-" + journey.toString().substring(0, 8);

    private Path archive;
    private Path backup;

    @BeforeEach
    void folders() throws IOException {
        archive = Files.createDirectories(directory.resolve("archive"));
        backup = directory.resolve("backup");
    }

    @Test
    void what_others_said_in_the_lost_time_takes_effect_again_and_what_was_kept_takes_none() throws Exception {
        TestDatabase others = TestDatabase.fresh();
        Instant restoredTo;
        try (Replica sender = Replica.on(others, TestServers.kafka()).build().withRelay();
                LocalPostgres live = server("live")
                        .with("archive_mode", "on")
                        .with("archive_command", "cp %p " + archive + "/%f")
                        .start()) {
            live.createDatabase("svc");
            TestDatabase database = TestDatabase.at(address(live));
            database.migrate();
            try (Replica replica = receiver(database).build().withConsumer()) {
                sender.send(topic, journey, 1, 3);
                effects(database, 3);
                baseBackup(live);
                sender.send(topic, journey, 4, 5);
                effects(database, 5);
                restoredTo = Instant.parse(database.strings(
                                "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
                        .get(0));
                sender.send(topic, journey, 6, 8);
                effects(database, 8);
                assertThat(replica.counted("journey.events.duplicates")).isZero();
                everythingIsArchived(database);
            }
            database.close();
        }

        try (LocalPostgres restored = restoredTo(restoredTo);
                TestDatabase database = TestDatabase.at(address(restored))) {
            await().atMost(PATIENCE).until(() -> database.number("select count(*) where not pg_is_in_recovery()") == 1);
            assertThat(database.number("select count(*) from effect"))
                    .as("restored to the moment between two effects")
                    .isEqualTo(5);
            database.execute(Files.readString(AFTER_RESTORE));

            try (Replica replica = receiver(database)
                    .readFrom(restoredTo.minus(Duration.ofMinutes(5)))
                    .build()
                    .withConsumer()) {
                effects(database, 8);
                assertThat(replica.counted("journey.events.duplicates")).isGreaterThanOrEqualTo(5);
            }
            assertThat(database.number("select count(distinct event_id) from effect"))
                    .isEqualTo(8);
            assertThat(database.effectsOf(journey))
                    .isEqualTo(LongStream.rangeClosed(1, 8)
                            .mapToObj(number -> (int) number)
                            .toList());
            assertThat(database.number("select nextval('state_revision')"))
                    .as("newer than every state that was published in the lost time")
                    .isGreaterThan(1_000_000_000);
        } finally {
            others.close();
        }
    }

    private Replica.Builder receiver(TestDatabase database) {
        return Replica.on(database, TestServers.kafka())
                .service(receiver)
                .subscribers(Replica.effectsIn(database, topic));
    }

    private static void effects(TestDatabase database, long count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(database.number("select count(*) from effect"))
                        .isEqualTo(count));
    }

    private LocalPostgres server(String name) throws IOException {
        return LocalPostgres.in(Files.createDirectories(directory.resolve(name)), 0, USER, USER);
    }

    private static Database address(LocalPostgres postgres) {
        return new Database(postgres.jdbcUrl("svc"), USER, USER);
    }

    /** What pg_basebackup does, with the server's own functions: both in one session. */
    private void baseBackup(LocalPostgres live) throws Exception {
        try (Connection connection = address(live).connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_backup_start('drill', true)");
            run("cp", "-a", directory.resolve("live/data").toString(), backup.toString());
            try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop()")) {
                label.next();
                Files.writeString(backup.resolve("backup_label"), label.getString(1));
            }
        }
        Files.deleteIfExists(backup.resolve("postmaster.pid"));
        run("find", backup.resolve("pg_wal").toString(), "-type", "f", "-delete");
    }

    private static void everythingIsArchived(TestDatabase database) {
        String segment =
                database.strings("select pg_walfile_name(pg_switch_wal())").get(0);
        await().atMost(PATIENCE)
                .until(() -> database.number(
                                "select count(*) from pg_stat_archiver where last_archived_wal >= '" + segment + "'")
                        == 1);
    }

    private LocalPostgres restoredTo(Instant time) throws Exception {
        Path home = Files.createDirectories(directory.resolve("restored"));
        run("cp", "-a", backup.toString(), home.resolve("data").toString());
        Files.createFile(home.resolve("data/recovery.signal"));
        return server("restored")
                .with("restore_command", "cp " + archive + "/%f %p")
                .with("recovery_target_time", time.toString().replace('T', ' ').replace("Z", "+00"))
                .with("recovery_target_action", "promote")
                .start();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    }
}
