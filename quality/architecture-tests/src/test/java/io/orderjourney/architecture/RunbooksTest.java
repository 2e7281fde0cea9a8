package io.orderjourney.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Who is called at night finds a page: each alert has its own, named in the alert and in the list of all. */
class RunbooksTest {

    private static final Path ALERTS = Repository.root().resolve("deploy/monitoring/prometheus/alerts.yaml");
    private static final Path RUNBOOKS = Repository.root().resolve("docs/runbooks");

    @Test
    void every_alert_names_its_runbook_and_every_runbook_belongs_to_an_alert() {
        List<String> alerts = all("- alert: (\\w+)");
        List<String> pages = Repository.files(RUNBOOKS, ".md").stream()
                .map(page -> page.getFileName().toString().replace(".md", ""))
                .filter(page -> !page.equals("README"))
                .sorted()
                .toList();

        assertThat(alerts).hasSizeGreaterThan(8).doesNotHaveDuplicates();
        assertThat(pages).isEqualTo(alerts.stream().sorted().toList());
        assertThat(all("runbook: docs/runbooks/(\\w+)[.]md")).isEqualTo(alerts);
        String list = Repository.read(RUNBOOKS.resolve("README.md"));
        assertThat(alerts).allSatisfy(alert -> assertThat(list).contains("(" + alert + ".md)"));
    }

    private static List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(Repository.read(ALERTS))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toList());
    }
}
