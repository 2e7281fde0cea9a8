package io.orderjourney.stack;

import io.orderjourney.stack.run.Progress;
import io.orderjourney.stack.run.Stack;
import io.orderjourney.stack.servers.DirectoryLock;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code journey up}: starts everything, says where it is, and stops it all on Ctrl-C. */
@Command(
        name = "up",
        description =
                "Starts PostgreSQL, Kafka, the simulators, the mail catcher, the four services and the front door. "
                        + "Ctrl-C stops all of it. Data is kept.")
final class UpCommand implements Callable<Integer> {

    private static final String DEMO = "io.orderjourney.journeytests.load.DemoMain";

    @Mixin
    private final DataOption data = new DataOption();

    @Option(names = "--reset", description = "Forgets the data of earlier runs first.")
    private boolean reset;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + PortPlan.USUAL_BASE,
            description = "The first of ten ports in a row. Usually ${DEFAULT-VALUE}.")
    private int portBase;

    @Option(
            names = "--demo",
            description =
                    "Fills the shop with two days of orders and lets it live on. Wants an empty folder: --reset, or"
                            + " --data with another one.")
    private boolean demo;

    @Option(names = "--class-path-file", hidden = true, description = "Holds the demo's class path.")
    private Path classPathFile = Path.of("");

    @Override
    public Integer call() throws Exception {
        Path directory = data.directory();
        if (demo && !reset && !isEmpty(directory)) {
            throw new IllegalStateException(directory
                    + " holds the data of an earlier run, and the demo wants an empty shop: add --reset to forget it, or --data"
                    + " with another folder.");
        }
        PortPlan ports = new PortPlan(portBase);
        if (reset) {
            forget(directory);
        }
        long begun = System.nanoTime();
        Progress progress = new Progress(System.out);
        Stack stack = Stack.of(Journey.root(), directory, ports, progress);
        Thread stop = new Thread(() -> {
            progress.say("Stopping.");
            stack.close();
        });
        Runtime.getRuntime().addShutdownHook(stop);
        progress.say("Starting; data and logs are in " + directory);
        // On failure the exit runs the same hook, so a half started stack is stopped too.
        stack.start();
        welcome(progress, stack.file(), Duration.ofNanos(System.nanoTime() - begun));
        if (demo) {
            progress.say("");
            progress.say("Demo: the first two days pass in a minute or two; watch them on the start page.");
            Player.of(classPathFile, "256m", DEMO, List.of()).startIn(directory);
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static void welcome(Progress progress, StackFile file, Duration took) {
        progress.say("");
        progress.say("Ready after %.1f s.".formatted(took.toMillis() / 1000.0));
        progress.say("");
        place(progress, "Start page", file.frontDoor());
        file.services().forEach((name, url) -> place(progress, name, file.frontDoor() + "/" + name + "  or " + url));
        place(progress, "Mail", file.mailCatcher());
        file.simulators().forEach((name, url) -> place(progress, name + "-simulator", url));
        place(progress, "Kafka", file.kafka());
        place(
                progress,
                "PostgreSQL",
                file.databases().values().iterator().next().jdbcUrl() + " and three more");
        progress.say("");
        progress.say("A token for curl:    ./journey token storefront");
        progress.say("Two hours later:     ./journey clock advance 2h");
        progress.say("Ctrl-C stops everything; data is kept.");
    }

    private static void place(Progress progress, String name, String address) {
        progress.say("  %-21s %s".formatted(name, address));
    }

    private static void forget(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        // Never take the data away under a running stack, nor a folder that was never a stack's.
        if (!Files.exists(Credentials.file(directory)) && !isEmpty(directory)) {
            throw new IllegalStateException(
                    directory + " holds something other than a stack's data; it is left alone.");
        }
        try (DirectoryLock nobodyElse = DirectoryLock.of(directory)) {
            Trees.delete(directory);
        }
    }

    private static boolean isEmpty(Path directory) {
        String[] names = directory.toFile().list();
        return names == null || names.length == 0;
    }
}
