package io.orderjourney.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--desks-class-path-file", hidden = true, description = "The desks are worked at afterwards.")
    private @Nullable Path desksClassPathFile;

    @Option(names = "--browser", hidden = true, description = "In which the desks are worked at.")
    private Path browser = Path.of("chromium");

    @Option(names = "--keep", description = "Keeps the stack's data and logs, and says where they are.")
    private boolean keep;

    @Parameters(
            arity = "0..*",
            paramLabel = "STORY",
            description = "Which ones, or all; ./journey story --list names them. Default: credit.")
    private List<String> passedOn = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        TemporaryStack stack = TemporaryStack.named("story", keep);
        Player story = Player.of(classPathFile, "256m", MAIN_CLASS, passedOn);
        return desksClassPathFile == null
                ? stack.play(story)
                : stack.play(story, DesksCommand.player(desksClassPathFile, browser, null, false));
    }
}
