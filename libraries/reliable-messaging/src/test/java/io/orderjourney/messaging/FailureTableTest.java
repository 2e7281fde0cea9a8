package io.orderjourney.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The table in the README is a promise: each row names a test, and the test exists and runs. */
class FailureTableTest {

    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)` \\|$");

    @Test
    void every_row_of_the_failure_table_names_a_test_that_exists() throws IOException {
        List<String> rows = rows(Files.readString(Path.of("README.md")));
        assertThat(rows).hasSizeGreaterThan(30);
        for (String row : rows) {
            Matcher named = NAMED_TEST.matcher(row);
            assertThat(named.find()).as(row).isTrue();
            assertThat(isTest(named.group(1), named.group(2))).as(row).isTrue();
        }
    }

    @Test
    void a_name_that_does_not_exist_is_noticed() {
        assertThat(isTest("RelayTest", "no_such_test")).isFalse();
        assertThat(isTest("NoSuchTest", "any")).isFalse();
    }

    private static List<String> rows(String readme) {
        String table = readme.substring(readme.indexOf("| when this happens"));
        return table.lines()
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(String::strip)
                .toList();
    }

    private static boolean isTest(String type, String method) {
        try {
            return Arrays.stream(
                            Class.forName("io.orderjourney.messaging." + type).getDeclaredMethods())
                    .filter(one -> one.getName().equals(method))
                    .anyMatch(one ->
                            one.isAnnotationPresent(Test.class) || one.isAnnotationPresent(ParameterizedTest.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
