package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.journeytests.shop.QuietWeek;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What came of it, for people as tables and for programs as JSON. */
final class LoadReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoadOptions options;
    private final LoadRun run;
    private final Promised promised;
    private final Counters counters;
    private final Findings findings;
    private final MemoryWatch memory;
    private final Map<String, Map<Outcome, Integer>> outcomes;
    private final Map<String, Number> figures = new LinkedHashMap<>();

    LoadReport(
            LoadOptions options,
            LoadRun run,
            Promised promised,
            Counters counters,
            Findings findings,
            MemoryWatch memory,
            Duration took,
            Path data) {
        this.options = options;
        this.run = run;
        this.promised = promised;
        this.counters = counters;
        this.findings = findings;
        this.memory = memory;
        this.outcomes = new Rules(run.life().account(), findings, run.now()).outcomes();
        figures(took, data);
    }

    private void figures(Duration took, Path data) {
        double seconds = took.toMillis() / 1000.0;
        Account account = run.life().account();
        Counters.Endpoint orders =
                counters.endpoints().getOrDefault("POST /order-service/orders", new Counters.Endpoint());
        figures.put("orders placed", run.life().storefront().placed().size());
        figures.put("questions asked", run.life().storefront().asked().size());
        figures.put("promises made", account.promises().size());
        figures.put(
                "promises rescheduled",
                account.promises().stream().mapToInt(PromiseFacts::revision).sum());
        figures.put("messages delivered", account.delivered().size());
        figures.put("events on the topics", account.events());
        figures.put(
                "copies of events",
                account.journeys().stream().mapToInt(journey -> journey.copies).sum());
        figures.put("steps of business time", run.steps());
        figures.put("wall time, s", rounded(seconds));
        figures.put(
                "orders a second while placing",
                rounded(orders.calls() / (run.life().placing().toMillis() / 1000.0)));
        figures.put("POST /orders p50, ms", rounded(orders.millisAt(0.5)));
        figures.put("POST /orders p99, ms", rounded(orders.millisAt(0.99)));
        figures.put("events a second, over all", rounded(account.events() / seconds));
        figures.put("PostgreSQL's data, MB", megabytes(data.resolve("postgres")));
        figures.put("Kafka's data, MB", megabytes(data.resolve("kafka")));
    }

    void write(PrintStream out) {
        out.println();
        figures.forEach((what, number) -> out.printf("%-34s %12s%n", what, number));
        journeys(out);
        promises(out);
        endpoints(out);
        processes(out);
        checks(out);
        Path report = options.report();
        if (report != null) {
            writeJson(report);
        }
    }

    private void journeys(PrintStream out) {
        String line = "%-38s %8s %8s %8s %12s %8s %8s %10s %10s %8s%n";
        out.println();
        out.printf(
                line,
                "KIND AND END",
                "count",
                "promises",
                "on time",
                "with notice",
                "late",
                "missed",
                "withdrawn",
                "apologies",
                "false");
        promised.lines()
                .forEach((name, of) -> out.printf(
                        line,
                        name,
                        of.journeys,
                        of.promises,
                        of.outcomes.getOrDefault(Outcome.KEPT_ON_TIME, 0),
                        of.outcomes.getOrDefault(Outcome.RESCHEDULED_WITH_NOTICE, 0),
                        of.outcomes.getOrDefault(Outcome.RESCHEDULED_LATE, 0),
                        of.outcomes.getOrDefault(Outcome.MISSED_UNANNOUNCED, 0),
                        of.outcomes.getOrDefault(Outcome.WITHDRAWN, 0),
                        of.apologies,
                        of.falseApologies));
        out.printf(
                "One customer got at most %d messages within an hour and %d on one day.%n",
                promised.mostInAnHour(), promised.mostOnADay());
    }

    private void promises(PrintStream out) {
        out.printf("%n%-20s", "PROMISES");
        for (Outcome outcome : Outcome.values()) {
            out.printf(" %17s", outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        out.println();
        outcomes.forEach((kind, counts) -> {
            out.printf("%-20s", kind);
            for (Outcome outcome : Outcome.values()) {
                out.printf(" %17d", counts.getOrDefault(outcome, 0));
            }
            out.println();
        });
    }

    private void endpoints(PrintStream out) {
        out.printf("%n%-76s %7s %8s %8s %8s  %s%n", "ENDPOINTS", "calls", "p50 ms", "p99 ms", "max ms", "statuses");
        counters.endpoints()
                .forEach((name, endpoint) -> out.printf(
                        "%-76s %7d %8.1f %8.1f %8.1f  %s %s%n",
                        name,
                        endpoint.calls(),
                        endpoint.millisAt(0.5),
                        endpoint.millisAt(0.99),
                        endpoint.millisAt(1),
                        endpoint.statuses(),
                        endpoint.lastRefusal()));
    }

    private void processes(PrintStream out) {
        Map<String, List<MemoryWatch.Sample>> byProcess = new TreeMap<>();
        memory.samples()
                .forEach(sample -> byProcess
                        .computeIfAbsent(sample.process(), first -> new ArrayList<>())
                        .add(sample));
        out.printf("%nPROCESSES: resident MB (live heap MB) every simulated half-day%n");
        byProcess.forEach((process, samples) -> {
            out.printf(
                    "%-22s CPU %6.0f s ",
                    process, samples.get(samples.size() - 1).cpuSeconds());
            for (MemoryWatch.Sample sample : samples) {
                out.printf(" %.0f", sample.residentMb());
                if (sample.liveMb() > 0) {
                    out.printf("(%.0f)", sample.liveMb());
                }
            }
            out.println();
        });
    }

    private void checks(PrintStream out) {
        out.printf("%nCHECKS, until %s%n", run.now().atZone(QuietWeek.SHOP_ZONE).toLocalDateTime());
        findings.rules().forEach((rule, looked) -> {
            out.printf("%-4s %8d times  %s%n", looked.broken() == 0 ? "held" : "NOT", looked.looks(), rule);
            if (looked.broken() > 0) {
                out.printf("     %8d times it did not hold, such as:%n", looked.broken());
                looked.examples().forEach(example -> out.println("       " + example));
            }
        });
    }

    private void writeJson(Path report) {
        ObjectNode all = JSON.createObjectNode();
        all.put("journeys", options.journeys())
                .put("days", options.days())
                .put("seed", options.seed())
                .put("step", options.step().toString())
                .put("held", findings.allHold());
        all.set("figures", JSON.valueToTree(figures));
        all.set("promises", JSON.valueToTree(outcomes));
        ObjectNode journeys = all.putObject("journeys");
        promised.lines()
                .forEach((name, of) -> journeys.putObject(name)
                        .put("count", of.journeys)
                        .put("apologies", of.apologies)
                        .put("falseApologies", of.falseApologies)
                        .set("outcomes", JSON.valueToTree(of.outcomes)));
        ObjectNode endpointNodes = all.putObject("endpoints");
        counters.endpoints()
                .forEach((name, endpoint) -> endpointNodes
                        .putObject(name)
                        .put("calls", endpoint.calls())
                        .put("p50Millis", endpoint.millisAt(0.5))
                        .put("p99Millis", endpoint.millisAt(0.99))
                        .set("statuses", JSON.valueToTree(endpoint.statuses())));
        ArrayNode samples = all.putArray("processes");
        memory.samples()
                .forEach(sample -> samples.addObject()
                        .put("at", sample.at().toString())
                        .put("process", sample.process())
                        .put("residentMb", sample.residentMb())
                        .put("liveMb", sample.liveMb())
                        .put("cpuSeconds", sample.cpuSeconds()));
        ObjectNode checks = all.putObject("checks");
        findings.rules()
                .forEach((rule, looked) ->
                        checks.putObject(rule).put("looks", looked.looks()).put("broken", looked.broken()));
        try {
            Files.writeString(report, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all));
        } catch (IOException failed) {
            throw new UncheckedIOException("The report could not be written to " + report, failed);
        }
    }

    private static double rounded(double number) {
        return Math.round(number * 10) / 10.0;
    }

    /** Files may go while they are counted. */
    private static long megabytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / (1024 * 1024);
        } catch (IOException | UncheckedIOException vanished) {
            return -1;
        }
    }
}
