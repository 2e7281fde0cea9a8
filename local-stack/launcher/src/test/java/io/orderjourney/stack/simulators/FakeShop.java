package io.orderjourney.stack.simulators;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderjourney.stack.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A shop that takes every call and answers with the status it is told to. */
final class FakeShop implements AutoCloseable {

    record Call(String method, String path, Map<String, String> headers, String body) {

        /** Whether it carries a Standard Webhooks signature made with this secret for this address. */
        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret)
                        .verify(
                                method + " " + path + "\n" + body,
                                headers.entrySet().stream()
                                        .collect(Collectors.toMap(Map.Entry::getKey, one -> List.of(one.getValue()))));
                return true;
            } catch (WebhookVerificationException e) {
                return false;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        String field(String name) {
            try {
                return Json.MAPPER.readTree(body).path(name).asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private volatile int status = 204;

    FakeShop() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    List<Call> calls() {
        return calls;
    }

    void respondWith(int newStatus) {
        status = newStatus;
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header -> header.getValue().get(0)));
        calls.add(new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
