package io.orderjourney.stack;

import io.orderjourney.stack.run.Progress;
import io.orderjourney.stack.run.Stack;
import io.orderjourney.stack.servers.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A stack on free ports for the programs that play in it; deleted afterwards, unless it is to be kept. */
final class TemporaryStack {

    private final String name;
    private final boolean keep;
    private final Path directory;

    private TemporaryStack(String name, boolean keep, Path directory) {
        this.name = name;
        this.keep = keep;
        this.directory = directory;
    }

    /**
     * A stack that is not started yet.
     *
     * @param name of what is played, for the folder and for messages
     * @param keep whether its data and logs stay when it ends
     */
    static TemporaryStack named(String name, boolean keep) throws Exception {
        return new TemporaryStack(name, keep, Files.createTempDirectory("journey-" + name + "-"));
    }

    /** Its data and logs. */
    Path directory() {
        return directory;
    }

    /**
     * A program that plays in the stack.
     *
     * @param command Java options, class path and main class; the path of stack.json follows
     * @param arguments further arguments
     */
    record Player(List<String> command, List<String> arguments) {

        static Player of(Path classPathFile, String heap, String mainClass, List<String> arguments) throws IOException {
            String classPath = Files.readString(classPathFile).trim();
            return new Player(
                    List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, mainClass),
                    arguments);
        }
    }

    /** Starts the stack, runs the programs one after the other, and returns the first exit status that is not 0. */
    int play(Player... players) throws Exception {
        Stack stack = Stack.of(Journey.root(), directory, PortPlan.free(), new Progress(System.err));
        // Also on Ctrl-C; stopping twice is harmless.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
        stack.start();
        int status = 0;
        for (Player player : players) {
            int ended = run(player);
            status = status == 0 ? ended : status;
        }
        return status;
    }

    private int run(Player player) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djourney.root=" + Journey.root());
        command.addAll(player.command());
        command.addAll(List.of("--stack", directory.resolve("stack.json").toString()));
        command.addAll(player.arguments());
        Process process = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return process.waitFor();
    }

    private void end(Stack stack) {
        stack.close();
        if (keep) {
            System.err.println("The data and logs of the " + name + " are in " + directory);
        } else {
            Trees.delete(directory);
        }
    }
}
