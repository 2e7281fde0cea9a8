package io.orderjourney.stack;

import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.servers.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a running stack is, for programs: {@code stack.json} in its data folder. It is there exactly while the stack is ready.
 *
 * @param frontDoor base URL
 * @param services base URL of each service by name
 * @param management base URL of each service's health, metrics and API description by name
 * @param kafka bootstrap servers
 * @param databases of each service by name
 * @param mailCatcher URL of the caught mail
 * @param smtp host and port that takes mail
 * @param simulators base URL of each partner: bank, supplier, courier, sms
 * @param pids process ids by name; {@code launcher} is the one to stop
 * @param clockFile the file behind the business clock
 * @param credentialsFile the file with tokens and secrets, readable by its owner only
 */
public record StackFile(
        String frontDoor,
        Map<String, String> services,
        Map<String, String> management,
        String kafka,
        Map<String, Database> databases,
        String mailCatcher,
        String smtp,
        Map<String, String> simulators,
        Map<String, Long> pids,
        String clockFile,
        String credentialsFile) {

    /** One service's database; the password is in the credentials file. */
    public record Database(String jdbcUrl, String user) {}

    private static final String NAME = "stack.json";

    /**
     * The stack whose data is in this folder.
     *
     * @throws IllegalStateException when none is running there
     */
    public static StackFile in(Path dataDirectory) {
        return read(dataDirectory.resolve(NAME));
    }

    /** Reads one file. */
    public static StackFile read(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException("No stack is running with its data in "
                    + file.toAbsolutePath().getParent() + ". Start one: ./journey up");
        }
        try {
            return Json.MAPPER.readValue(file.toFile(), StackFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Writes it in one piece: a reader sees the old file or the new one. */
    public void writeTo(Path dataDirectory) {
        try {
            PrivateFiles.write(
                    dataDirectory.resolve(NAME),
                    Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After this nobody takes the stack for running. */
    public static void removeFrom(Path dataDirectory) {
        try {
            Files.deleteIfExists(dataDirectory.resolve(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
