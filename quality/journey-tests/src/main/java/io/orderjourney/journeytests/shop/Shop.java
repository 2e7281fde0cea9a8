package io.orderjourney.journeytests.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running stack: calls its API as the people who have a token would. */
public final class Shop {

    /** So often a busy service is asked; each time it waits for a lock itself before it says so. */
    private static final int ATTEMPTS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonNode stack;
    private final JsonNode tokens;

    private Shop(JsonNode stack, JsonNode tokens) {
        this.stack = stack;
        this.tokens = tokens;
    }

    /** The stack that wrote this {@code stack.json}. */
    public static Shop at(Path stackFile) {
        try {
            JsonNode stack = JSON.readTree(stackFile.toFile());
            Path credentials = Path.of(stack.path("credentialsFile").asText());
            return new Shop(stack, JSON.readTree(credentials.toFile()).path("tokens"));
        } catch (IOException missing) {
            throw new UncheckedIOException("No running stack: " + stackFile, missing);
        }
    }

    /** Where people's browsers come in. */
    public String frontDoor() {
        return stack.path("frontDoor").asText();
    }

    public String kafka() {
        return stack.path("kafka").asText();
    }

    /** The process ids of its parts by name. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new TreeMap<>();
        stack.path("pids")
                .properties()
                .forEach(pid -> pids.put(pid.getKey(), pid.getValue().asLong()));
        return pids;
    }

    /** The names of its services; each is also the name of its consumer group. */
    public List<String> services() {
        List<String> names = new ArrayList<>();
        stack.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The folder with its data. */
    public Path data() {
        return Objects.requireNonNull(
                Path.of(stack.path("clockFile").asText()).getParent(), "the clock lies in the data folder");
    }

    /** What came back. */
    public record Response(
            int status, JsonNode body, @Nullable String etag) {

        /** Whether the service is busy, and has done nothing. */
        boolean asksToRepeat() {
            return status == 503 && body.path("retryable").asBoolean();
        }

        /** The body, if the status was 2xx. */
        public JsonNode ok() {
            if (status / 100 != 2) {
                throw new IllegalStateException("Status " + status + ": " + body);
            }
            return body;
        }
    }

    public Response get(String who, String path) {
        return send(who, HttpRequest.newBuilder().GET(), path);
    }

    public Response post(String who, String path, String body) {
        return post(who, path, body, null);
    }

    /** @param ifMatch the version that the caller has seen; null where none is needed */
    public Response post(String who, String path, String body, @Nullable String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(who, request, path);
    }

    public Response put(String who, String path, String body) {
        return put(who, path, body, null);
    }

    /** @param ifMatch the version that the caller has seen; null where none is needed */
    public Response put(String who, String path, String body, @Nullable String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(who, request, path);
    }

    /** The shop's business time. */
    public Instant now() {
        return Instant.parse(get("operator", "/demo/clock").ok().path("now").asText());
    }

    /** Lets business time pass; everything due on the way is done when this returns. */
    public void advance(Duration by) {
        post("operator", "/demo/clock/advance", "{\"by\":\"" + by + "\"}").ok();
    }

    /** Lets business time pass in one step, whatever is due on the way; returns the time it is then. */
    public Instant step(Duration by) {
        JsonNode passed = post("operator", "/demo/clock/advance", "{\"by\":\"%s\",\"step\":\"%s\"}".formatted(by, by))
                .ok();
        return Instant.parse(passed.path("to").asText());
    }

    /** Waits until nobody has anything to do at this moment. */
    public void settle() {
        post("operator", "/demo/settle", "{}").ok();
    }

    /**
     * The caught mails that follow one, oldest first.
     *
     * @param after the id of the last mail seen; 0 for none
     * @param to only mails to this address; null for all
     */
    public List<JsonNode> mailsAfter(long after, @Nullable String to) {
        List<JsonNode> mails = new ArrayList<>();
        String filter = to == null ? "" : "&to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
        for (long next = after; next >= 0; ) {
            JsonNode page =
                    get("operator", "/mail/messages?after=" + next + filter).ok();
            page.path("messages").forEach(mails::add);
            next = page.path("next").asLong(-1);
        }
        return mails;
    }

    /** Where a service answers, for clients of other makes. */
    public String address(String service) {
        return stack.path("frontDoor").asText() + "/" + service;
    }

    /** What somebody's requests are known by. */
    public String token(String who) {
        return tokens.path(who).asText();
    }

    /** The base URL of a partner simulator. */
    public String simulator(String name) {
        return stack.path("simulators").path(name).asText();
    }

    /** A service that is busy asks to repeat the request; so does every client that wants its answer, with the same key. */
    private Response send(String who, HttpRequest.Builder request, String path) {
        String base = path.startsWith("http") ? "" : frontDoor();
        HttpRequest ready = request.uri(URI.create(base + path))
                .timeout(Duration.ofMinutes(10))
                .header("Authorization", "Bearer " + tokens.path(who).asText())
                .header("Journey-Actor", "story")
                .build();
        Response response = once(ready);
        for (int attempt = 1; attempt < ATTEMPTS && response.asksToRepeat(); attempt++) {
            response = once(ready);
        }
        return response;
    }

    private Response once(HttpRequest ready) {
        try {
            HttpResponse<String> response = http.send(ready, HttpResponse.BodyHandlers.ofString());
            return new Response(
                    response.statusCode(),
                    read(response.body()),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (IOException failed) {
            throw new UncheckedIOException(ready.method() + " " + ready.uri(), failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }

    private static JsonNode read(String body) throws IOException {
        return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
    }
}
