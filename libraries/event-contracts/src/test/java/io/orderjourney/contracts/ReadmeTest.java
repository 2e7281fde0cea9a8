package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.testing.EventSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)");

    @Test
    void the_table_lists_every_type_with_its_publishers_and_its_meaning() throws IOException {
        JsonNode asyncApi = AsyncApiFile.committed();
        List<String> expected = EventTypes.all().stream()
                .map(type -> "| `%s` | %s | %s |"
                        .formatted(
                                type.wireName(),
                                String.join(", ", AsyncApiFile.publishersOf(asyncApi, type)),
                                firstSentence(EventSchema.of(type).tree())))
                .toList();
        assertThat(Files.readAllLines(README).stream()
                        .filter(line -> line.matches("\\| `[a-z-]+\\.[a-z-]+\\.v\\d+`.*")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void every_link_leads_somewhere() throws IOException {
        var links = LINK.matcher(Files.readString(README));
        assertThat(links.results().map(link -> Path.of(link.group(1))).toList())
                .isNotEmpty()
                .allSatisfy(path -> assertThat(path).exists());
    }

    private static String firstSentence(JsonNode schema) {
        return schema.path("description").asText().split("\\.( |$)")[0];
    }
}
