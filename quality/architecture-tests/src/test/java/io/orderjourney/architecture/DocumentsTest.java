package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say about the repository is so. */
class DocumentsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void a_small_repository() throws IOException {
        Files.createDirectories(folder.resolve("docs/decisions"));
        Files.createDirectories(folder.resolve("src/test/java"));
        Files.writeString(folder.resolve("docs/decisions/0001-one-clock.md"), "# One clock\n## Why, and how\n");
        Files.writeString(folder.resolve("journey"), "#!/bin/sh\n");
        Files.writeString(
                folder.resolve("src/test/java/ClockTest.java"),
                "class ClockTest { void a_clock_goes_only_forward() {} }");
    }

    @Test
    void every_path_link_and_test_that_a_document_names_exists() {
        Documents documents = new Documents(Repository.root());

        assertThat(documents.all()).isNotEmpty();
        assertThat(documents.all()).flatMap(documents::mistakes).isEmpty();
    }

    @Test
    void what_exists_is_no_mistake() throws IOException {
        assertThat(mistakesIn("""
                See [the decision](docs/decisions/0001-one-clock.md#why-and-how), [below](#usage) and
                [elsewhere](https://example.org/x.md), `docs/decisions/`, `docs/decisions/0001-one-clock.md`, `ClockTest`,
                `ClockTest.a_clock_goes_only_forward`, `a_clock_goes_only_forward`, `./journey up`, `application/problem+json`,
                `/api/v1/orders`, `orders.order-placed.v1`, `db/messaging`, `POST /orders`,
                `.journey/stack.json`, `target/classes`, `test/java/ClockTest.java`.

                ## Usage

                ```
                ./journey up
                curl http://localhost:9100/missing.md
                ```
                """)).isEmpty();
    }

    @Test
    void a_link_to_a_missing_file_or_heading_is_found() throws IOException {
        assertThat(
                        mistakesIn(
                                "[a](docs/missing.md) [b](docs/decisions/0001-one-clock.md#how) [c](#nowhere)\n\n[d]: docs/gone.md\n"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("docs/missing.md"),
                        second -> assertThat(second).contains("0001-one-clock.md#how"),
                        third -> assertThat(third).contains("#nowhere"),
                        fourth -> assertThat(fourth).contains("docs/gone.md"));
    }

    @Test
    void a_missing_path_between_backticks_is_found() throws IOException {
        assertThat(mistakesIn("`docs/architecture/` and `lib/ClockTest.java` and `CONTRIBUTING.md` and `./stories`"))
                .hasSize(4)
                .anySatisfy(mistake -> assertThat(mistake).contains("docs/architecture/"))
                .anySatisfy(mistake -> assertThat(mistake).contains("lib/ClockTest.java"))
                .anySatisfy(mistake -> assertThat(mistake).contains("CONTRIBUTING.md"))
                .anySatisfy(mistake -> assertThat(mistake).contains("./stories"));
    }

    @Test
    void a_command_that_is_not_there_is_found_in_a_code_block() throws IOException {
        assertThat(mistakesIn("```\n./walk up\n```\n"))
                .singleElement()
                .asString()
                .contains("./walk");
    }

    @Test
    void a_missing_test_or_test_method_is_found() throws IOException {
        assertThat(
                        mistakesIn(
                                "`RelayTest`, `ClockTest.a_clock_goes_back_too`, `ClockTest#goes`, `nobody_ever_wrote_this_test`"))
                .hasSize(4)
                .allSatisfy(mistake -> assertThat(mistake).contains("does not exist"));
    }

    private List<String> mistakesIn(String text) throws IOException {
        Path document = Files.writeString(folder.resolve("README.md"), text);
        return new Documents(folder).mistakes(document);
    }
}
