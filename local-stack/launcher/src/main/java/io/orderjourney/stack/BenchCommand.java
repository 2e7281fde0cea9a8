package io.orderjourney.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journey bench}: the product beside its peers, in a stack of its own. */
@Command(name = "bench", description = "Measures the product beside its peers, in a stack of its own.")
final class BenchCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "io.orderjourney.benchmarks.BenchMain";

    @Option(
            names = "--class-path-file",
            hidden = true,
            required = true,
            description = "Holds the harness's class path.")
    private Path classPathFile = Path.of("");

    @Option(names = "--commit", hidden = true, defaultValue = "unknown", description = "Of what is measured.")
    private String commit = "";

    @Option(names = "--quick", description = "Few rounds and small numbers, in some minutes.")
    private boolean quick;

    @Option(
            names = "--report",
            defaultValue = "bench.json",
            paramLabel = "FILE",
            description = "Where the result goes as JSON. Usually ${DEFAULT-VALUE}.")
    private Path report = Path.of("");

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "storm, intake or watch. Usually all of them.")
    private List<String> paths = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of("--commit", commit, "--report", report.toAbsolutePath().toString()));
        if (quick) {
            arguments.add("--quick");
        }
        arguments.addAll(paths);
        return TemporaryStack.named("bench", false).play(Player.of(classPathFile, "512m", MAIN_CLASS, arguments));
    }
}
