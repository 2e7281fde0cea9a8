package io.orderjourney.stack;

import io.orderjourney.stack.run.Progress;
import io.orderjourney.stack.run.Stack;
import io.orderjourney.stack.servers.DirectoryLock;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

    @Override
    public Integer call() throws Exception {
        Path directory = data.directory();
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
