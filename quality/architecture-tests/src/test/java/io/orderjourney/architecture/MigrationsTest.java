package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replicas of two versions run side by side during an update, so a migration that is newer than the last release only adds: what the
 * old version reads stays as it is. A released migration never changes.
 */
class MigrationsTest {

    private static final Path ROOT = Repository.root();
    private static final Path RELEASED = ROOT.resolve("quality/released-contracts");

    /** What the old version would stumble over. */
    private static final List<Pattern> TAKES_AWAY = Stream.of(
                    "\\bdrop (table|column|view|function|type|sequence)\\b",
                    "\\brename (to|column|constraint)\\b|\\brename \\w+ to\\b",
                    "\\balter (column )?\\w+ (set not null|type)\\b",
                    "\\badd (column )?(if not exists )?(?!constraint|check|primary|foreign|unique)\\w+ (?![^,;]*\\bdefault\\b)[^,;]*\\bnot null\\b",
                    "\\bcreate (unique )?index concurrently\\b")
            .map(rule -> Pattern.compile(rule, Pattern.CASE_INSENSITIVE))
            .toList();

    /** A line of a migration that says since which release nothing uses what it takes away. */
    private static final Pattern CONTRACT = Pattern.compile("(?m)^-- Nothing since [0-9]+\\.[0-9]+\\.[0-9]+ uses ");

    @Test
    void a_released_migration_never_changes() {
        Map<String, Long> now = migrations();

        released().forEach((file, checksum) -> assertThat(now).as(file).containsEntry(file, checksum));
    }

    @Test
    void a_migration_since_the_last_release_only_adds() {
        Map<String, Long> released = released();
        List<String> newer = migrations().keySet().stream()
                .filter(file -> !released.containsKey(file))
                .toList();

        assertThat(newer)
                .allSatisfy(file -> assertThat(takenAway(Repository.read(ROOT.resolve(file))))
                        .as(file)
                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop table notice;",
                "alter table notice drop column state;",
                "alter table notice rename column lane to partition;",
                "alter table notice rename to message;",
                "alter table notice alter column state set not null;",
                "alter table notice alter column state type text;",
                "alter table notice add column kind text not null;",
                "create index concurrently notice_by_kind on notice (kind);"
            })
    void what_the_old_version_would_stumble_over_is_noticed(String sql) {
        assertThat(takenAway(sql)).isNotEmpty();
        assertThat(takenAway("-- Nothing since 0.2.0 uses what this takes away.\n" + sql))
                .as("the second half, a release later")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table gift (gift_id uuid primary key, note text not null);",
                "alter table notice add column kind text;",
                "alter table notice add column kind text not null default 'NEWS';",
                "alter table notice add column kind text default 'NEWS' not null;",
                "create index notice_by_kind on notice (kind);",
                "-- drop table is only spoken of here\nselect 1;"
            })
    void what_only_adds_is_not(String sql) {
        assertThat(takenAway(sql)).isEmpty();
    }

    private static List<String> takenAway(String sql) {
        if (CONTRACT.matcher(sql).find()) {
            return List.of();
        }
        List<String> found = new ArrayList<>();
        String code = sql.replaceAll("(?m)--.*$", "").replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        for (String statement : code.split(";")) {
            TAKES_AWAY.stream()
                    .filter(rule -> rule.matcher(statement).find())
                    // A new table may demand what it likes: nothing old writes to it.
                    .filter(rule -> !statement.strip().startsWith("create table"))
                    .forEach(rule -> found.add(statement.strip()));
        }
        return found;
    }

    /** Of the newest release, by path. */
    private static Map<String, Long> released() {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            Map<String, Long> released = new TreeMap<>();
            releases.filter(Files::isDirectory)
                    .max(Path::compareTo)
                    .ifPresent(release -> Repository.read(release.resolve("migrations.txt"))
                            .lines()
                            .map(line -> line.split(" ", 2))
                            .forEach(line -> released.put(line[1], Long.parseLong(line[0]))));
            return released;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> migrations() {
        try (Stream<Path> files = Files.walk(ROOT, 9)) {
            Map<String, Long> found = new TreeMap<>();
            files.filter(file -> file.toString().matches(".*/src/main/resources/db/[a-z]+/V[0-9_]+__[a-z0-9_]+\\.sql"))
                    .forEach(file -> found.put(ROOT.relativize(file).toString(), checksum(Repository.read(file))));
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return checksum.getValue();
    }
}
