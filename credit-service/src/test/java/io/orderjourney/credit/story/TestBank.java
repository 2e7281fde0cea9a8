package io.orderjourney.credit.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A bank of this test run, with a ledger of its own and every way to misbehave. */
public final class TestBank {

    /** How the bank behaves. */
    public enum Mood {
        WELL,
        /** Answers 500 and does nothing. */
        BROKEN,
        /** Does its work and answers with a page. */
        GARBAGE,
        /** Does its work and answers JSON about somebody else. */
        CONFUSED,
        /** Does its work and answers after five seconds. */
        SLOW,
        /** Does its work and hangs up without an answer. */
        FORGETFUL,
        /** Hangs up at once. */
        DEAD,
        /** Answers 400 and does nothing. */
        STRICT,
        /** Answers 401 and does nothing. */
        LOCKED,
        /** Sends the caller elsewhere. */
        REDIRECTING,
        /** Answers with more than anybody wants to read. */
        CHATTY,
        /** Promises a decision in the past. */
        DREAMING
    }

    /** One call. */
    public record Call(String method, String path, String key, JsonNode body) {

        public boolean isWithdrawal() {
            return path.endsWith("/withdrawal");
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TOO_SLOW_MILLIS = 5_000;

    private final List<Call> ledger = new CopyOnWriteArrayList<>();
    private final Map<String, JsonNode> applications = new ConcurrentHashMap<>();
    private final HttpServer server;
    private volatile Mood mood = Mood.WELL;
    private volatile String expectedDecisionAt = "";

    TestBank() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "test-bank");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/bank";
    }

    void stop() {
        server.stop(0);
    }

    public void behave(Mood newMood) {
        mood = newMood;
    }

    /** What the bank says about its decision from now on; empty for nothing. */
    public void expectDecisionAt(String at) {
        expectedDecisionAt = at;
    }

    /** All calls about one application, in order. */
    public List<Call> callsAbout(Object reference) {
        return ledger.stream()
                .filter(call -> call.path().contains(reference.toString())
                        || call.body().path("reference").asText().equals(reference.toString()))
                .toList();
    }

    public boolean has(Object reference) {
        return applications.containsKey(reference.toString());
    }

    public static String referenceOf(Object reference) {
        return "B-" + reference.toString().substring(24);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Mood now = mood;
        byte[] received = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        JsonNode body = received.length == 0 ? JSON.createObjectNode() : JSON.readTree(received);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        ledger.add(new Call(exchange.getRequestMethod(), path, key, body));
        switch (now) {
            case DEAD -> exchange.close();
            case BROKEN -> send(exchange, 500, "{}");
            case STRICT -> send(exchange, 400, "{}");
            case LOCKED -> send(exchange, 401, "{}");
            case REDIRECTING -> {
                exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
                send(exchange, 307, "");
            }
            default -> {
                String answer = work(exchange.getRequestMethod(), path, body);
                answerAfterWork(exchange, now, answer);
            }
        }
    }

    private void answerAfterWork(HttpExchange exchange, Mood now, String answer) throws IOException {
        if (now == Mood.SLOW) {
            try {
                Thread.sleep(TOO_SLOW_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        switch (now) {
            case FORGETFUL -> exchange.close();
            case GARBAGE -> send(exchange, 200, "<html>Welcome</html>");
            case CONFUSED -> send(exchange, 200, "{\"reference\":\"somebody else\",\"bankReference\":\"B-1\"}");
            case CHATTY -> send(exchange, 200, "{\"reference\":\"" + "x".repeat(100_000) + "\"}");
            default -> send(exchange, answer.isEmpty() ? 404 : 202, answer);
        }
    }

    private String work(String method, String path, JsonNode body) {
        if (method.equals("POST") && path.endsWith("/applications")) {
            applications.putIfAbsent(body.path("reference").asText(), body);
            return view(body.path("reference").asText());
        }
        String reference = path.replaceAll(".*/applications/([^/]+).*", "$1");
        return applications.containsKey(reference) ? view(reference) : "";
    }

    private String view(String reference) {
        String expected = mood == Mood.DREAMING ? "2001-01-01T00:00:00Z" : expectedDecisionAt;
        String said = expected.isEmpty() ? "" : ",\"expectedDecisionAt\":\"" + expected + "\"";
        return "{\"reference\":\"" + reference + "\",\"bankReference\":\"" + referenceOf(reference)
                + "\",\"status\":\"UNDER_REVIEW\"" + said + "}";
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
