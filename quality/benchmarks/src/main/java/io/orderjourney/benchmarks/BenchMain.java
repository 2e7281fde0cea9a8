package io.orderjourney.benchmarks;

import io.agroal.api.AgroalDataSource;
import io.orderjourney.sql.Sql;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the paths one after the other in a stack that is started already, and prints what it found. */
@Command(name = "bench")
public final class BenchMain implements Callable<Integer> {

    private static final Map<String, BenchPath> PATHS = paths();

    @Option(names = "--stack", required = true)
    private Path stackFile = Path.of("");

    @Option(names = "--quick")
    private boolean quick;

    @Option(names = "--report")
    private @Nullable Path report;

    @Option(names = "--commit")
    private String commit = "unknown";

    @Parameters(arity = "0..*")
    private List<String> wanted = new ArrayList<>();

    private BenchMain() {}

    private static Map<String, BenchPath> paths() {
        Map<String, BenchPath> paths = new LinkedHashMap<>();
        paths.put("storm", new StormPath());
        paths.put("intake", new IntakePath());
        paths.put("watch", new WatchPath());
        return paths;
    }

    /** Ends with 0 when everything was counted as it must be. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchMain()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        List<String> names = wanted.isEmpty() ? List.copyOf(PATHS.keySet()) : wanted;
        Map<String, BenchPath> chosen = new LinkedHashMap<>();
        for (String name : names) {
            BenchPath path = PATHS.get(name);
            if (path == null) {
                System.err.println("There is no path " + name + "; there are " + String.join(", ", PATHS.keySet()));
                return 2;
            }
            chosen.put(name, path);
        }
        BenchStack stack = BenchStack.at(stackFile);
        Map<String, String> durability = durability(stack);
        List<PathResult> results = new ArrayList<>();
        int steps = chosen.values().stream().mapToInt(path -> path.steps(quick)).sum();
        ProgressBar progress = new ProgressBar(System.err, System.console() != null, steps);
        for (Map.Entry<String, BenchPath> path : chosen.entrySet()) {
            progress.now(path.getKey() + " begins");
            results.add(path.getValue().run(stack, quick, progress));
        }
        progress.end();
        Report found = new Report(machine(), durability, results);
        System.out.println(found.table());
        if (report != null) {
            Files.writeString(report, found.json());
            System.err.println("As JSON: " + report);
        }
        return 0;
    }

    private static Map<String, String> durability(BenchStack stack) throws Exception {
        try (AgroalDataSource database = stack.database("order-service", 1)) {
            return Checks.durability(new Sql(database));
        }
    }

    private Map<String, String> machine() {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        machine.put("JDK", System.getProperty("java.version"));
        machine.put("commit", commit);
        machine.put(
                "load at the end",
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        return machine;
    }
}
