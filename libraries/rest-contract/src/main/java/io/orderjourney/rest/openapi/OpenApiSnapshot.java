package io.orderjourney.rest.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * For a service's test: the API document that the service serves is the one that is committed, so that a change of the
 * contract is seen in review. The test leaves the served document under {@code target/}, ready to be copied.
 */
public final class OpenApiSnapshot {

    /** Where a service keeps its document, from the module's folder. */
    public static final Path FILE = Path.of("src/main/openapi/openapi.yaml");

    private static final Path SERVED = Path.of("target/openapi.yaml");

    private OpenApiSnapshot() {}

    /**
     * Compares line by line.
     *
     * @param base address of the running service
     * @throws AssertionError if the two differ, with the command that accepts the change
     */
    public static void requireServed(URI base) {
        try {
            String served = served(base);
            Files.createDirectories(SERVED.toAbsolutePath().getParent());
            Files.writeString(SERVED, served);
            String committed = Files.exists(FILE) ? Files.readString(FILE) : "";
            if (!committed.strip().equals(served.strip())) {
                throw new AssertionError(("The service does not serve the API document that is committed.%n%s"
                                + "%nIf the change is meant: mkdir -p %s && cp %s %s")
                        .formatted(firstDifference(committed, served), FILE.getParent(), SERVED, FILE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String served(URI base) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/openapi"))
                .header("Accept", "application/yaml")
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("/q/openapi answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private static String firstDifference(String committed, String served) {
        String[] old = committed.split("\n", -1);
        String[] now = served.split("\n", -1);
        int line = 0;
        while (line < old.length && line < now.length && old[line].equals(now[line])) {
            line++;
        }
        return "Line %d: committed \"%s\", served \"%s\""
                .formatted(line + 1, line < old.length ? old[line] : "", line < now.length ? now[line] : "");
    }
}
