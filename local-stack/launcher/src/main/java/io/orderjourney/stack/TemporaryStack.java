package io.orderjourney.stack;

import io.orderjourney.stack.run.Progress;
import io.orderjourney.stack.run.Stack;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Files;
import java.nio.file.Path;

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

    /** Starts the stack, runs the programs one after the other, and returns the first exit status that is not 0. */
    int play(Player... players) throws Exception {
        Stack stack = Stack.of(Journey.root(), directory, PortPlan.free(), new Progress(System.err));
        // Also on Ctrl-C; stopping twice is harmless.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack)));
        stack.start();
        int status = 0;
        for (Player player : players) {
            int ended = player.startIn(directory).waitFor();
            status = status == 0 ? ended : status;
        }
        return status;
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
