package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The authorization matrix is complete and true: each operation of the API documents has a row with its roles, and somebody has
 * said of it whose things its callers reach. That each service answers so is shown by its own test of malformed requests.
 */
class AuthorizationTest {

    private static final List<String> SERVICES =
            List.of("order-service", "credit-service", "fulfillment-service", "notification-service");
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z]+ /\\S+)` \\| ([A-Z_, ]+|–) \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern PLACE = Pattern.compile("^  (/\\S*):$");
    private static final Pattern METHOD = Pattern.compile("^    (get|put|post|delete|patch):$");
    private static final Pattern ROLE = Pattern.compile("^        - ([A-Z_]+)$");

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() {
        String page = Repository.read(Repository.root().resolve("docs/authorization.md"));
        for (String service : SERVICES) {
            Map<String, String> documented = documented(service);

            assertThat(documented).as(service).isNotEmpty();
            assertThat(rows(page, service))
                    .as(
                            "rows of %s in docs/authorization.md; each needs an operation, its roles, and whose things they reach",
                            service)
                    .isEqualTo(documented);
        }
    }

    @Test
    void an_operation_without_a_row_is_found() {
        String page =
                "## order-service\n\n| `GET /a` | SALES | everything |\n\n## credit-service\n\n| `GET /b` | – | its own |\n";

        assertThat(rows(page, "order-service")).isEqualTo(Map.of("GET /a", "SALES"));
        assertThat(rows(page, "credit-service")).isEqualTo(Map.of("GET /b", "–"));
        assertThat(operations("""
                paths:
                  /b:
                    get:
                      security:
                      - bearer:
                        - SALES
                        - CREDIT
                    put:
                      operationId: b
                """)).isEqualTo(Map.of("GET /b", "SALES, CREDIT", "PUT /b", "–"));
    }

    private static Map<String, String> documented(String service) {
        Path document = Repository.root().resolve(service + "/src/main/openapi/openapi.yaml");
        return operations(Repository.read(document));
    }

    /** The roles of each operation, read from the regular form in which the documents are written. */
    private static Map<String, String> operations(String document) {
        Map<String, Set<String>> roles = new TreeMap<>();
        String place = "";
        String operation = "";
        for (String line : document.lines().toList()) {
            Matcher path = PLACE.matcher(line);
            Matcher method = METHOD.matcher(line);
            Matcher role = ROLE.matcher(line);
            if (path.matches()) {
                place = path.group(1);
            } else if (method.matches() && !place.isEmpty()) {
                operation = method.group(1).toUpperCase(Locale.ROOT) + " " + place;
                roles.put(operation, new LinkedHashSet<>());
            } else if (line.equals("components:")) {
                break;
            } else if (role.matches() && !operation.isEmpty()) {
                roles.get(operation).add(role.group(1));
            }
        }
        return roles.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().isEmpty() ? "–" : String.join(", ", entry.getValue())));
    }

    private static Map<String, String> rows(String page, String service) {
        Matcher section = Pattern.compile("^## " + service + "$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page);
        assertThat(section.find()).as("a section of " + service).isTrue();
        return ROW.matcher(section.group(1))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> row.group(2)));
    }
}
