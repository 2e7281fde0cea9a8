package io.orderjourney.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void the_table_and_the_json_say_the_same() throws Exception {
        Measure product = new Measure("product");
        product.add(300, Map.of("commits", 0.25));
        Measure peer = new Measure("peer 1.2.3");
        peer.add(100, Map.of("commits", 1.0));
        Report report = new Report(
                Map.of("processors", "2"),
                Map.of("fsync", "on"),
                List.of(new PathResult(
                        "C watch", "at least 3", product, peer, Map.of("events", "2"), List.of("counted"))));

        assertThat(report.table())
                .contains("fsync on")
                .contains("| C watch | product | 300/s | 0.250 commits | 3.00 (3.00 to 3.00) | at least 3 |")
                .contains("|  | peer 1.2.3 | 100/s | 1.00 commits | 1 |  |")
                .contains("- events: 2")
                .contains("- counted");
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.at("/results/0/ratio/median").asDouble()).isEqualTo(3.0);
        assertThat(json.at("/results/0/product/rates/0").asDouble()).isEqualTo(300.0);
        assertThat(json.at("/durability/fsync").asText()).isEqualTo("on");
    }

    @Test
    void the_slowest_of_a_hundred_is_their_99th_percentile_plus_one() {
        double[] millis = new double[100];
        for (int i = 0; i < 100; i++) {
            millis[i] = 100 - i;
        }
        Latencies latencies = new Latencies(millis);

        assertThat(latencies.quantile(0.5)).isEqualTo(50);
        assertThat(latencies.quantile(0.99)).isEqualTo(99);
        assertThat(latencies.quantile(1)).isEqualTo(100);
    }
}
