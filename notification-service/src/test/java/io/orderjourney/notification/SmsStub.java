package io.orderjourney.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A small SMS gateway with a ledger of its own: what was asked, and what really went out. */
final class SmsStub implements AutoCloseable {

    /** A text somebody asked to send. */
    record Asked(String reference, String to, String text) {}

    /** What the gateway does with a request to send. */
    enum Mode {
        TAKE,
        /** Fails, and sends nothing. */
        FAIL,
        /** Sends the text, and fails afterwards. */
        TAKE_AND_FAIL,
        /** Will never send this. */
        REFUSE
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Asked> sent = new CopyOnWriteArrayList<>();
    private final List<String> proofs = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private volatile Mode mode = Mode.TAKE;

    SmsStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/sms/messages", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/sms";
    }

    void mode(Mode wanted) {
        mode = wanted;
    }

    /** What happens in the shop while the next request is on its way; once. */
    void meanwhile(Runnable event) {
        meanwhile.set(event);
    }

    /** Every request to send, repeated ones too. */
    List<Asked> askedFor(String to) {
        return asked.stream().filter(text -> text.to().equals(to)).toList();
    }

    /** The texts on a customer's phone. */
    List<Asked> sentTo(String to) {
        return sent.stream().filter(text -> text.to().equals(to)).toList();
    }

    long proofsAskedFor(String reference) {
        return proofs.stream().filter(reference::equals).count();
    }

    private void answer(HttpExchange exchange) throws IOException {
        int status;
        if (exchange.getRequestMethod().equals("POST")) {
            status = send(JSON.readTree(exchange.getRequestBody()));
        } else {
            String path = exchange.getRequestURI().getPath();
            String reference = path.substring(path.lastIndexOf('/') + 1);
            proofs.add(reference);
            status = sent.stream().anyMatch(text -> text.reference().equals(reference)) ? 200 : 404;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private int send(JsonNode body) {
        Asked text = new Asked(
                body.get("reference").asText(),
                body.get("to").asText(),
                body.get("text").asText());
        asked.add(text);
        meanwhile.getAndSet(() -> {}).run();
        boolean taken = mode == Mode.TAKE || mode == Mode.TAKE_AND_FAIL;
        if (taken && sent.stream().noneMatch(before -> before.reference().equals(text.reference()))) {
            sent.add(text);
        }
        return switch (mode) {
            case TAKE -> 202;
            case FAIL, TAKE_AND_FAIL -> 500;
            case REFUSE -> 400;
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
