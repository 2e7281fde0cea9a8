package io.orderjourney.stack;

import io.orderjourney.stack.clock.BusinessDuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journey load}: ordinary days with many orders, played through a stack of its own and accounted for. */
@Command(
        name = "load",
        description =
                "Plays ordinary days with many orders through a stack of its own, and accounts for every promise.")
final class LoadCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "io.orderjourney.journeytests.load.LoadMain";

    @Option(names = "--class-path-file", hidden = true, required = true, description = "Holds the load's class path.")
    private Path classPathFile = Path.of("");

    @Option(
            names = "--journeys",
            defaultValue = "2000",
            paramLabel = "N",
            description = "How many orders are placed. Usually ${DEFAULT-VALUE}.")
    private int journeys;

    @Option(
            names = "--days",
            defaultValue = "7",
            paramLabel = "N",
            description = "On how many days, the first a Monday. Usually ${DEFAULT-VALUE}.")
    private int days;

    @Option(
            names = "--seed",
            defaultValue = "2026",
            paramLabel = "N",
            description = "The same seed plans the same days. Usually ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--step",
            defaultValue = "5m",
            paramLabel = "DURATION",
            description = "How business time passes while the shop is open. Usually ${DEFAULT-VALUE}.")
    private String step = "";

    @Option(
            names = "--keep",
            description = "Keeps the stack's data and logs, with the report in load.json, and says where they are.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        TemporaryStack stack = TemporaryStack.named("load", keep);
        List<String> arguments = new ArrayList<>(List.of(
                "--journeys", Integer.toString(journeys),
                "--days", Integer.toString(days),
                "--seed", Long.toString(seed),
                "--step", BusinessDuration.parse(step).toString()));
        if (keep) {
            arguments.addAll(
                    List.of("--report", stack.directory().resolve("load.json").toString()));
        }
        return stack.play(Player.of(classPathFile, "768m", MAIN_CLASS, arguments));
    }
}
