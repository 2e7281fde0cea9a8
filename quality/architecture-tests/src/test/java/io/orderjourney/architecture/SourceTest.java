package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.architecture.SourceRules.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the source files themselves must look like; each rule is shown a file that breaks it. */
class SourceTest {

    /** Files that may ask the database for its time, each with the reason. */
    private static final Map<String, String> ASKS_FOR_TIME = Map.of(
            "DatabaseClock.java", "it is the one place that asks the database for the time",
            "JdbcDeliveries.java",
                    "the lease of a sending attempt is real time: a demo's clock must not end an attempt that still runs",
            "JdbcWebhookQueue.java",
                    "the lease of a sending attempt is real time: a demo's clock must not end an attempt that still runs");

    /** Files that put SQL together, each with the reason why nothing from outside can get in. */
    private static final Map<String, String> ASSEMBLES_SQL = Map.of(
            "NoticeRows.java",
            "its neighbour in the package writes the conditions as texts; values are always bound",
            "JdbcPromises.java",
            "its own methods write the conditions as texts; values are always bound",
            "RawLoop.java",
            "it copies tables that it names itself, with the columns that the catalogue tells; values are always bound",
            "LocalPostgres.java",
            "the name of a database cannot be bound, so it is checked to be a plain word");

    private static final List<Path> PRODUCTION = Repository.modules().stream()
            .flatMap(module -> Repository.files(module.resolve("src/main/java"), ".java").stream())
            .toList();

    @TempDir
    Path folder;

    @Test
    void no_java_file_is_longer_than_400_lines() {
        List<Path> all = Repository.files(Repository.root(), ".java");

        assertThat(all).hasSizeGreaterThan(100);
        assertThat(SourceRules.tooLong(all)).isEmpty();
    }

    @Test
    void no_sql_asks_the_database_what_time_it_is() {
        List<Path> sql = Repository.modules().stream()
                .flatMap(module -> Repository.files(module.resolve("src/main/resources"), ".sql").stream())
                .toList();

        assertThat(sql).isNotEmpty();
        assertThat(Stream.concat(SourceRules.timeInSql(PRODUCTION).stream(), SourceRules.timeInSqlFiles(sql).stream())
                        .filter(finding -> !isExcepted(finding, ASKS_FOR_TIME)))
                .isEmpty();
    }

    @Test
    void no_sql_is_put_together_from_values() {
        assertThat(SourceRules.assembledSql(PRODUCTION).stream().filter(finding -> !isExcepted(finding, ASSEMBLES_SQL)))
                .isEmpty();
    }

    @Test
    void every_exception_is_still_needed() {
        assertThat(SourceRules.timeInSql(PRODUCTION)).map(SourceTest::nameOf).containsAll(ASKS_FOR_TIME.keySet());
        assertThat(SourceRules.assembledSql(PRODUCTION)).map(SourceTest::nameOf).containsAll(ASSEMBLES_SQL.keySet());
    }

    @Test
    void no_script_leaves_a_pipe_before_its_writer_ends() {
        List<Path> scripts = new ArrayList<>(Repository.files(Repository.root(), ".bash", ".sh"));
        scripts.add(Repository.root().resolve("journey"));
        scripts.add(Repository.root().resolve(".ci/run"));

        assertThat(scripts).hasSizeGreaterThan(3).allMatch(Files::exists);
        assertThat(SourceRules.pipesLeftEarly(scripts)).isEmpty();
    }

    @Test
    void a_pipe_that_is_left_early_is_found() throws IOException {
        Path script = Files.writeString(folder.resolve("any.bash"), """
                times | sort -rn | head -10
                ps | grep -vq java
                ps | grep -E -m 1 java
                # times | head
                head -3 file || grep -q word file
                times | sort -rn | awk 'NR <= 10'
                ps | grep java
                """);

        assertThat(SourceRules.pipesLeftEarly(List.of(script)))
                .map(Finding::what)
                .containsExactly("times | sort -rn | head -10", "ps | grep -vq java", "ps | grep -E -m 1 java");
    }

    @Test
    void a_file_of_401_lines_is_found_and_one_of_400_is_not() throws IOException {
        Path longest = Files.writeString(folder.resolve("Longest.java"), "//\n".repeat(SourceRules.LINES_MAX));
        Path tooLong = Files.writeString(folder.resolve("TooLong.java"), "//\n".repeat(SourceRules.LINES_MAX + 1));

        assertThat(SourceRules.tooLong(List.of(longest, tooLong)))
                .map(Finding::file)
                .containsExactly(tooLong);
    }

    @Test
    void sql_that_asks_for_the_time_is_found_wherever_it_stands() throws IOException {
        Path java = java("Clocks", """
                String a = "select NOW( )";
                String b = "update promise set due_at = current_timestamp where id = ?";
                String c = \"""
                    select clock_timestamp()
                    \""";
                String d = "a customer is told what is known now (or later)";
                String e = "select knowledge() from now_and_then";
                """);
        Path sql = Files.writeString(folder.resolve("V1__x.sql"), """
                create table a (at timestamptz not null default now()); -- finds this
                -- no default now() here
                create table b (at timestamptz not null, current_timestamp_of varchar);
                """);

        assertThat(SourceRules.timeInSql(List.of(java)))
                .map(Finding::what)
                .containsExactly(
                        "select NOW( )",
                        "update promise set due_at = current_timestamp where id = ?",
                        "select clock_timestamp()");
        assertThat(SourceRules.timeInSqlFiles(List.of(sql)))
                .map(Finding::what)
                .containsExactly("create table a (at timestamptz not null default now());");
    }

    @Test
    void sql_with_a_value_in_its_text_is_found() throws IOException {
        Path java = java("Queries", """
                static final String COLUMNS = "id, due_at";
                void find(String name, int count) {
                    String a = "select * from promise where id = '" + name + "'";
                    String b = "delete from promise where id = %s".formatted(name);
                    String c = String.format("update promise set kind = '%s'", name);
                    String d = ("select " + COLUMNS + " from " + name) + " where true";
                    String where = "where true";
                    where += name;
                    String e = "select * from promise " + where;
                    String f = "insert into promise values " + "?".repeat(count);
                }
                """);

        assertThat(SourceRules.assembledSql(List.of(java)))
                .map(Finding::what)
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("\"select * from promise where id"),
                        b -> assertThat(b).contains("formatted"),
                        c -> assertThat(c).startsWith("String.format"),
                        d -> assertThat(d).contains("COLUMNS + \" from \" + name"),
                        e -> assertThat(e).endsWith("where"),
                        f -> assertThat(f).endsWith("repeat(count)"));
    }

    @Test
    void sql_of_texts_and_constants_is_spared() throws IOException {
        Path java = java("Queries", """
                static final String COLUMNS = "id, due_at";
                void find(String name) {
                    String a = "select " + COLUMNS + " from promise" + (name == null ? "" : " where id = ?") + Queries.COLUMNS;
                    String b = "select %d".formatted(Code.of(EscalationLevel.MISSED)) + "?, ".repeat(24);
                    String where = name == null ? "" : " where id = ?";
                    String c = "select * from promise" + where + " order by id";
                    String d = "the customer selects " + name;
                }
                """);

        assertThat(SourceRules.assembledSql(List.of(java))).isEmpty();
    }

    private Path java(String name, String members) throws IOException {
        return Files.writeString(folder.resolve(name + ".java"), "class " + name + " {\n" + members + "}\n");
    }

    private static boolean isExcepted(Finding finding, Map<String, String> exceptions) {
        return exceptions.containsKey(nameOf(finding));
    }

    private static String nameOf(Finding finding) {
        return finding.file().getFileName().toString();
    }
}
