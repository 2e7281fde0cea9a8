package io.orderjourney.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run found, as a table for people and as JSON for programs.
 *
 * @param machine processors, memory, JDK and the version of the product
 * @param durability the server's settings on which durability rests
 */
record Report(Map<String, String> machine, Map<String, String> durability, List<PathResult> results) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    String table() {
        StringBuilder table = new StringBuilder();
        table.append("Machine: ").append(words(machine)).append('\n');
        table.append("PostgreSQL: ").append(words(durability)).append("\n\n");
        table.append("| path | contestant | median rate | cost of one | ratio (95 %) | goal |\n");
        table.append("|---|---|---|---|---|---|\n");
        for (PathResult result : results) {
            Ratio ratio = result.ratio();
            row(table, result.path(), result.product(), ratio == null ? "" : words(ratio), result.goal());
            Measure peer = result.peer();
            if (peer != null) {
                row(table, "", peer, "1", "");
            }
        }
        for (PathResult result : results) {
            table.append('\n').append(result.path()).append(":\n");
            result.figures()
                    .forEach((name, figure) -> table.append("- ")
                            .append(name)
                            .append(": ")
                            .append(figure)
                            .append('\n'));
            result.remarks().forEach(remark -> table.append("- ").append(remark).append('\n'));
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String path, Measure measure, String ratio, String goal) {
        String costs = measure.costs().entrySet().stream()
                .map(cost -> String.format(Locale.ROOT, "%.3g %s", cost.getValue(), cost.getKey()))
                .collect(Collectors.joining(", "));
        table.append(String.format(
                Locale.ROOT,
                "| %s | %s | %.0f/s | %s | %s | %s |%n",
                path,
                measure.contestant(),
                measure.medianRate(),
                costs,
                ratio,
                goal));
    }

    private static String words(Ratio ratio) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ratio.median(), ratio.low(), ratio.high());
    }

    private static String words(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> value.getKey() + " " + value.getValue())
                .collect(Collectors.joining(", "));
    }

    String json() throws Exception {
        ObjectNode report = JSON.createObjectNode();
        report.set("machine", JSON.valueToTree(machine));
        report.set("durability", JSON.valueToTree(durability));
        for (PathResult result : results) {
            ObjectNode one = report.withArrayProperty("results").addObject();
            one.put("path", result.path()).put("goal", result.goal());
            one.set("product", JSON.valueToTree(result.product()));
            one.set("peer", JSON.valueToTree(result.peer()));
            one.set("ratio", JSON.valueToTree(result.ratio()));
            one.set("figures", JSON.valueToTree(result.figures()));
            one.set("remarks", JSON.valueToTree(result.remarks()));
        }
        return JSON.writeValueAsString(report);
    }
}
