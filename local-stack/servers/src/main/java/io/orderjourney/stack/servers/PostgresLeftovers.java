package io.orderjourney.stack.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * What is left of a server after signal 9. A backend in the middle of a long computation does not notice that its server is
 * gone, and PostgreSQL rightly refuses to start on the same data beside it.
 */
final class PostgresLeftovers {

    private PostgresLeftovers() {}

    /** Ends every PostgreSQL that works in this data folder; the caller holds the folder's lock, so none has an owner. */
    static void end(Path data) {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process, data))
                .toList()
                .forEach(PostgresLeftovers::end);
    }

    private static void end(ProcessHandle leftover) {
        leftover.destroyForcibly();
        leftover.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private static boolean worksIn(ProcessHandle process, Path data) {
        try {
            Path facts = Path.of("/proc", Long.toString(process.pid()));
            // Somebody may be looking at the files, in a shell that stands in their folder.
            boolean isServer = Files.readSymbolicLink(facts.resolve("exe"))
                    .getFileName()
                    .toString()
                    .startsWith("postgres");
            return isServer && Files.readSymbolicLink(facts.resolve("cwd")).equals(data);
        } catch (IOException | UnsupportedOperationException notOurs) {
            // It ended meanwhile, or it is somebody else's and so cannot be a server that we started.
            return false;
        }
    }
}
