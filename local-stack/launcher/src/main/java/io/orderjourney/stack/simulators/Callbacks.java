package io.orderjourney.stack.simulators;

import io.orderjourney.stack.clock.Settled;
import io.orderjourney.stack.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a partner still has to make: each at its business time, then again until the shop answers 2xx. What is
 * still to be called is read back from the ledger after a restart.
 */
final class Callbacks implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final Duration RESPONSE_LIMIT = Duration.ofSeconds(10);
    private static final Duration RETRY_MAX = Duration.ofSeconds(5);
    /** A request that was understood and refused is retried rarely: the outcome will hardly change soon. */
    private static final Duration RETRY_REFUSED = Duration.ofSeconds(30);

    private static final String PLANNED = "callback-planned";
    private static final String DROPPED = "callback-dropped";
    private static final String ANSWERED = "callback-answered";
    private static final String REFUSED = "callback-refused";

    private final Ledger ledger;
    private final InstantSource clock;
    private final Credentials credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "callbacks");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Pending> pending = new LinkedHashMap<>();

    private static final class Pending {
        final Callback callback;
        int attempts;
        boolean inFlight;
        boolean refused;
        Instant notBefore = Instant.MIN;

        Pending(Callback callback) {
            this.callback = callback;
        }
    }

    Callbacks(Ledger ledger, InstantSource clock, Credentials credentials) {
        this.ledger = ledger;
        this.clock = clock;
        this.credentials = credentials;
        ledger.forEach(this::recall);
        workers.scheduleWithFixedDelay(this::callDue, 0, POLL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void recall(LedgerEntry entry) {
        switch (entry.kind()) {
            case PLANNED -> {
                Callback callback = Json.read(entry.detail(), Callback.class);
                pending.put(callback.id(), new Pending(callback));
            }
            case DROPPED, ANSWERED -> pending.remove(entry.detail().path("id").asText());
            default -> {
                // The simulator's own entries.
            }
        }
    }

    /** Plans a call; one with the same id that still waits is replaced. */
    synchronized void plan(Callback callback) {
        drop(callback.id());
        ledger.write(PLANNED, callback.reference(), callback);
        pending.put(callback.id(), new Pending(callback));
    }

    /** Drops a pending callback; returns whether there was one. */
    synchronized boolean drop(String id) {
        Pending dropped = pending.remove(id);
        if (dropped != null) {
            ledger.write(DROPPED, dropped.callback.reference(), Map.of("id", id));
        }
        return dropped != null;
    }

    synchronized Settled settled() {
        Instant now = clock.instant();
        long due = 0;
        long refused = 0;
        Instant next = null;
        for (Pending one : pending.values()) {
            Instant at = one.callback.dueAt();
            if (at.isAfter(now)) {
                next = next == null || at.isBefore(next) ? at : next;
            } else if (one.refused) {
                refused++;
            } else {
                due++;
            }
        }
        return new Settled(now, 0, refused, due, next);
    }

    private void callDue() {
        for (Pending one : claimDue()) {
            workers.execute(() -> call(one));
        }
    }

    /** At most one call for a reference at a time, the oldest first: an old state must never overwrite a newer one. */
    private synchronized List<Pending> claimDue() {
        Instant now = clock.instant();
        Instant realNow = Instant.now();
        List<Pending> due = new ArrayList<>();
        Set<String> references = new HashSet<>();
        for (Pending one : pending.values()) {
            if (one.callback.dueAt().isAfter(now)) {
                continue;
            }
            boolean first = one.refused || references.add(one.callback.reference());
            if (first && !one.inFlight && !one.notBefore.isAfter(realNow)) {
                one.inFlight = true;
                due.add(one);
            }
        }
        return due;
    }

    private void call(Pending one) {
        Integer status = null;
        try {
            status = attempt(one.callback);
        } catch (IOException | RuntimeException unreachable) {
            // No response: the next attempt follows.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            finish(one, status);
        }
    }

    private int attempt(Callback callback) throws IOException, InterruptedException {
        String body = Json.write(callback.body());
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(callback.url()))
                .timeout(RESPONSE_LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", callback.id())
                .method(callback.method(), HttpRequest.BodyPublishers.ofString(body));
        credentials.headers(callback, body, Instant.now()).forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private synchronized void finish(Pending one, @Nullable Integer status) {
        one.inFlight = false;
        one.attempts++;
        String reference = one.callback.reference();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", one.callback.id());
        result.put("attempts", one.attempts);
        if (status != null) {
            result.put("status", status);
        }
        if (status != null && status / 100 == 2) {
            ledger.write(ANSWERED, reference, result);
            pending.remove(one.callback.id(), one);
            return;
        }
        one.refused = status != null && status / 100 == 4 && status != 408 && status != 409 && status != 429;
        if (one.attempts == 1) {
            // Only the first failure is worth a line; the attempts are counted in the last one.
            ledger.write(REFUSED, reference, result);
        }
        Duration backoff = Duration.ofMillis(200L << Math.min(one.attempts, 10));
        Duration pause = one.refused ? RETRY_REFUSED : backoff.compareTo(RETRY_MAX) > 0 ? RETRY_MAX : backoff;
        one.notBefore = Instant.now().plus(pause);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
