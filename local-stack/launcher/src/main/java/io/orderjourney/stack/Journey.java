package io.orderjourney.stack;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program behind the script {@code journey}; the script builds what is stale first. */
@Command(
        name = "journey",
        description = "Order Journey on one machine.",
        subcommands = {
            UpCommand.class,
            ClockCommand.class,
            TokenCommand.class,
            ImportCommand.class,
            StoryCommand.class,
            DesksCommand.class,
            LoadCommand.class,
            BenchCommand.class
        })
public final class Journey {

    /** Held here, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Says how to use this.")
    private boolean help;

    private Journey() {}

    /** Ends with 0 when the command did its work, 1 when it could not, 2 when it was not understood. */
    public static void main(String[] arguments) {
        // The libraries' own messages do not concern the person at the terminal.
        ROOT.setLevel(Level.WARNING);
        // A broker that is away is said once, by the supervisor.
        KAFKA.setLevel(Level.SEVERE);
        CommandLine line = new CommandLine(new Journey());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
            if (System.getenv("JOURNEY_DEBUG") != null) {
                failure.printStackTrace(command.getErr());
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }

    /** The repository that the script belongs to. */
    static Path root() {
        return Path.of(System.getProperty("journey.root", ".")).toAbsolutePath().normalize();
    }
}
