package io.orderjourney.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code journey desks}: a stack of its own, and what people do at their desks, done in this machine's browser. */
@Command(
        name = "desks",
        description = "Works at every desk in a browser, in a stack of its own, and judges every page on the way.")
final class DesksCommand implements Callable<Integer> {

    private static final String MAIN_CLASS = "io.orderjourney.browsertests.BrowserMain";

    @Option(names = "--class-path-file", hidden = true, required = true, description = "Holds the walks' class path.")
    private Path classPathFile = Path.of("");

    @Option(
            names = "--browser",
            required = true,
            paramLabel = "PROGRAM",
            description = "Chromium, or a browser that is made from it.")
    private Path browser = Path.of("");

    @Option(
            names = "--pictures",
            paramLabel = "FOLDER",
            description = "Where a picture of every page goes: light, dark, and as wide as a phone.")
    private @Nullable Path pictures;

    @Option(names = "--story", description = "Plays the credit story instead, with the desks acting in the browser.")
    private boolean story;

    @Option(names = "--keep", description = "Keeps the stack's data and logs, and says where they are.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        return TemporaryStack.named("desks", keep).play(player(classPathFile, browser, pictures, story));
    }

    static Player player(Path classPathFile, Path browser, @Nullable Path pictures, boolean story) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--browser", browser.toString()));
        if (pictures != null) {
            arguments.addAll(List.of("--pictures", pictures.toAbsolutePath().toString()));
        }
        if (story) {
            arguments.add("--story");
        }
        return Player.of(classPathFile, "256m", MAIN_CLASS, arguments);
    }
}
