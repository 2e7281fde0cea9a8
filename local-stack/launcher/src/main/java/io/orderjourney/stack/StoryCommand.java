package io.orderjourney.stack;

import io.orderjourney.stack.run.Progress;
import io.orderjourney.stack.run.Stack;
import io.orderjourney.stack.servers.Trees;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journey story}: a stack of its own on free ports, the story played through it, everything gone afterwards. */
@Command(
        name = "story",
        description = "Plays the story of one customer through a stack of its own and checks how it went.")
final class StoryCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "io.orderjourney.journeytests.story.StoryMain";

    @Option(names = "--class-path-file", hidden = true, required = true, description = "Holds the story's class path.")
    private Path classPathFile = Path.of("");

    @Option(names = "--keep", description = "Keeps the stack's data and logs, and says where they are.")
    private boolean keep;

    @Parameters(arity = "0..*", hidden = true, description = "Passed on to the story.")
    private List<String> passedOn = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("journey-story-");
        Progress progress = new Progress(System.err);
        Stack stack = Stack.of(Journey.root(), directory, PortPlan.free(), progress);
        // Also on Ctrl-C; stopping twice is harmless.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, directory)));
        stack.start();
        return play(directory);
    }

    private int play(Path directory) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                Files.readString(classPathFile).trim(),
                MAIN_CLASS,
                "--stack",
                directory.resolve("stack.json").toString()));
        command.addAll(passedOn);
        Process story = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(story::destroy));
        return story.waitFor();
    }

    private void end(Stack stack, Path directory) {
        stack.close();
        if (keep) {
            System.err.println("The story's data and logs are in " + directory);
        } else {
            Trees.delete(directory);
        }
    }
}
