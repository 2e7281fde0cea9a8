package io.orderjourney.stack;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which stack is meant. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder with the stack's data. Usually .journey in the repository.")
    private @Nullable Path given;

    Path directory() {
        return (given == null ? Journey.root().resolve(".journey") : given)
                .toAbsolutePath()
                .normalize();
    }
}
