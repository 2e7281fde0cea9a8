package io.orderjourney.stack;

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
        String classPath = Files.readString(classPathFile).trim();
        return TemporaryStack.named("story", keep)
                .play(List.of("-Xmx256m", "-XX:+UseSerialGC", "-cp", classPath, MAIN_CLASS), passedOn);
    }
}
