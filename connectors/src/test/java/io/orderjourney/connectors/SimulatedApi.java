package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An API that somebody calls: it keeps a ledger of what it was asked, and answers as it was told to. */
final class SimulatedApi implements AutoCloseable {

    /** @param who the value of the header that says who calls */
    record Asked(String method, String path, String who, JsonNode body) {}

    private record Answer(int status, String body) {}

    private final String headerOfCaller;
    private final HttpServer server;
    private final List<Asked> ledger = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Answer> answers = new TreeMap<>();

    SimulatedApi(String headerOfCaller) throws IOException {
        this.headerOfCaller = headerOfCaller;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readAllBytes();
                String path = exchange.getRequestURI().getPath();
                String who = exchange.getRequestHeaders().getFirst(this.headerOfCaller);
                ledger.add(new Asked(
                        exchange.getRequestMethod(),
                        path,
                        who == null ? "" : who,
                        body.length == 0 ? PlatformApi.JSON.missingNode() : PlatformApi.JSON.readTree(body)));
                Answer answer = answers.getOrDefault(exchange.getRequestMethod() + " " + path, new Answer(200, "{}"));
                byte[] text = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.status(), text.length);
                exchange.getResponseBody().write(text);
            }
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers so from now on. */
    void answers(String methodAndPath, int status, String body) {
        answers.put(methodAndPath, new Answer(status, body));
    }

    List<Asked> asked() {
        return List.copyOf(ledger);
    }

    /** The only thing that it was asked with this method. */
    Asked only(String method) {
        List<Asked> with =
                asked().stream().filter(asked -> asked.method().equals(method)).toList();
        if (with.size() != 1) {
            throw new AssertionError("It was asked " + asked());
        }
        return with.get(0);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
