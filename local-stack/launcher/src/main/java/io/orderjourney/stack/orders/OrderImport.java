package io.orderjourney.stack.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.orders.OrderFile.FoundOrder;
import io.orderjourney.stack.orders.OrderFile.RowError;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Places the orders of a file, one after another. What is placed is written down beside the file, so that it can be interrupted and
 * given again; an order that the shop has already stays as it is.
 */
public final class OrderImport {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TRIES_MAX = 5;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern LINE = Pattern.compile("/lines/([0-9]{1,3})(/.*)?");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI orders;
    private final String token;
    private final Consumer<String> out;
    private final Pause pause;

    /** Waits before another try. */
    @FunctionalInterface
    public interface Pause {
        void beforeTry(int next) throws InterruptedException;
    }

    /**
     * @param service base URL of order-service
     * @param token of a storefront
     * @param out takes each line for the person at the terminal
     */
    public OrderImport(String service, String token, Consumer<String> out, Pause pause) {
        this.orders = URI.create(service + "/api/v1/orders");
        this.token = token;
        this.out = out;
        this.pause = pause;
    }

    /** What became of a file. */
    public record Report(int placed, int before, int wrong) {

        public boolean isClean() {
            return wrong == 0;
        }
    }

    /** Counters of one run. */
    private static final class Tally {
        private int placed;
        private int before;
        private int wrong;
    }

    /** The service does not answer, or not as it should: what is placed so far is written down. */
    public static final class Interrupted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Interrupted(String why) {
            super(why + ". Give the same command again: it goes on from here");
        }
    }

    /**
     * Reads and places.
     *
     * @param dryRun checks the file and places nothing
     * @throws Interrupted if the service does not answer
     */
    public Report run(Path file, boolean dryRun) throws IOException {
        Path progress = file.resolveSibling(file.getFileName() + ".imported");
        Set<String> done = Files.exists(progress)
                ? new HashSet<>(Files.readAllLines(progress, StandardCharsets.UTF_8))
                : new HashSet<>();
        Tally tally = new Tally();
        try (Reader rows = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            OrderFile.read(
                    rows,
                    order -> {
                        if (done.contains(order.number())) {
                            tally.before++;
                        } else if (dryRun) {
                            tally.placed++;
                        } else {
                            place(order, tally, progress);
                        }
                    },
                    error -> {
                        tally.wrong++;
                        out.accept(text(error));
                    });
        }
        return new Report(tally.placed, tally.before, tally.wrong);
    }

    private void place(FoundOrder order, Tally tally, Path progress) {
        HttpResponse<String> response = send(order);
        JsonNode body = body(response);
        boolean taken = "order-number-taken".equals(body.path("code").asText());
        if (response.statusCode() == 201 || taken) {
            boolean replayed =
                    response.headers().firstValue("Idempotency-Replayed").isPresent();
            tally.placed += taken || replayed ? 0 : 1;
            tally.before += taken || replayed ? 1 : 0;
            remember(order.number(), progress);
            return;
        }
        errors(order, response, body).forEach(error -> {
            tally.wrong++;
            out.accept(text(error));
        });
    }

    private static void remember(String number, Path progress) {
        try {
            Files.writeString(
                    progress,
                    number + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private HttpResponse<String> send(FoundOrder order) {
        String json = Json.write(order.body());
        // The same order of the same file is the same request, however often it is given.
        UUID key = UUID.nameUUIDFromBytes(("import " + json).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(orders)
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        String trouble = "";
        for (int trial = 1; trial <= TRIES_MAX; trial++) {
            try {
                if (trial > 1) {
                    pause.beforeTry(trial);
                }
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != TOO_MANY_REQUESTS && response.statusCode() < SERVER_ERROR) {
                    return response;
                }
                trouble = "The service responds with status " + response.statusCode();
            } catch (IOException away) {
                trouble = "The service does not respond: " + away;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Interrupted("Stopped");
            }
        }
        throw new Interrupted(trouble);
    }

    private static JsonNode body(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (JsonProcessingException noJson) {
            throw new Interrupted("The service responds with status " + response.statusCode() + " and no JSON");
        }
    }

    /** What the service says against an order, at the row that it is about. */
    private static List<RowError> errors(FoundOrder order, HttpResponse<String> response, JsonNode body) {
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new Interrupted("The token may not place orders");
        }
        List<RowError> errors = new ArrayList<>();
        body.path("errors").forEach(violation -> {
            String pointer = violation.path("pointer").asText();
            Matcher line = LINE.matcher(pointer);
            int row = line.matches()
                            && Integer.parseInt(line.group(1)) < order.rows().size()
                    ? order.rows().get(Integer.parseInt(line.group(1)))
                    : order.rows().get(0);
            errors.add(new RowError(row, pointer, violation.path("detail").asText()));
        });
        if (errors.isEmpty()) {
            errors.add(new RowError(
                    order.rows().get(0),
                    "order_number",
                    body.path("detail").asText("refused with status " + response.statusCode())));
        }
        return errors;
    }

    private static String text(RowError error) {
        return "row " + error.row() + ", " + error.column() + ": " + error.what();
    }
}
