package io.orderjourney.connectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderjourney.contracts.Hmac;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes platforms' webhooks at {@code /shops/<platform>} and Order Journey's at {@code /order-journey}. It keeps nothing: a call is
 * answered 2xx when what it asks for is done, and 503 when it has to come again, which both sides do for hours and days. Run as many
 * of them as you like.
 */
final class Connector implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Connector.class.getName());
    private static final int BODY_BYTES_MAX = 1024 * 1024;
    private static final int THREADS = 8;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final int DONE = 204;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORISED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int AGAIN = 503;

    private final OrderJourney orders;
    private final List<ShopPlatform> platforms;
    private final List<Hmac> secrets;
    private final Defaults defaults;
    private final Clock clock;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /** @param webhookSecret with which Order Journey signs what it sends here */
    Connector(
            InetSocketAddress address,
            OrderJourney orders,
            List<ShopPlatform> platforms,
            String webhookSecret,
            Defaults defaults,
            Clock clock)
            throws IOException {
        this.orders = orders;
        this.platforms = List.copyOf(platforms);
        this.secrets = Hmac.agreed(webhookSecret);
        this.defaults = defaults;
        this.clock = clock;
        this.server = HttpServer.create(address, 0);
        server.setExecutor(threads);
        platforms.forEach(platform -> serve("/shops/" + platform.name(), call -> placed(platform, call)));
        serve("/order-journey", this::promised);
        serve("/health", call -> DONE);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
    }

    /** Answers with a status. */
    @FunctionalInterface
    private interface Handler {
        int handle(PlatformCall call) throws IOException, InterruptedException;
    }

    private void serve(String path, Handler handler) {
        server.createContext(path, exchange -> {
            try (exchange) {
                int status = exchange.getRequestURI().getPath().equals(path) ? answer(exchange, handler) : NOT_FOUND;
                if (status == AGAIN) {
                    exchange.getResponseHeaders().set("Retry-After", "30");
                }
                exchange.sendResponseHeaders(status, -1);
            }
        });
    }

    private static int answer(HttpExchange exchange, Handler handler) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            return TOO_LARGE;
        }
        try {
            return handler.handle(new PlatformCall(exchange.getRequestHeaders()::getFirst, body));
        } catch (JsonProcessingException | IllegalArgumentException | ArithmeticException unreadable) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", new Object[] {
                exchange.getRequestURI().getPath(), unreadable.getClass().getSimpleName()
            });
            return BAD_REQUEST;
        } catch (IOException away) {
            LOG.log(Level.WARNING, "{0} has to come again: {1}", new Object[] {
                exchange.getRequestURI().getPath(), away.getMessage()
            });
            return AGAIN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return AGAIN;
        }
    }

    private int placed(ShopPlatform platform, PlatformCall call) throws IOException, InterruptedException {
        if (!platform.isGenuine(call)) {
            return UNAUTHORISED;
        }
        if (call.header("Content-Type", "").startsWith("application/x-www-form-urlencoded")) {
            // WooCommerce knocks so when a webhook is made.
            return DONE;
        }
        JsonNode body = PlatformApi.JSON.readTree(call.body());
        ShopOrder order = platform.placed(call, body).orElse(null);
        if (order == null) {
            return DONE;
        }
        String number = platform.prefix() + order.reference();
        OrderJourney.Placed placed = orders.place(number, order, defaults);
        LOG.log(Level.INFO, "{0}: {1}", new Object[] {number, placed.outcome()});
        if (placed.outcome() == OrderJourney.Outcome.REFUSED) {
            // A platform gives up a webhook that is refused too often, and this one would be refused each time.
            platform.tellStaff(order.reference(), "Order Journey did not take this order. " + placed.why());
        }
        return DONE;
    }

    private int promised(PlatformCall call) throws IOException, InterruptedException {
        if (!isOurs(call)) {
            return UNAUTHORISED;
        }
        String journeyId =
                PlatformApi.JSON.readTree(call.body()).path("journeyId").asText();
        if (!journeyId.matches("[0-9a-f-]{36}")) {
            return DONE;
        }
        // The card as it is now, not the event: events may come late and in another order.
        OrderJourney.Promised promised = orders.promised(journeyId).orElse(null);
        if (promised == null) {
            return DONE;
        }
        for (ShopPlatform platform : platforms) {
            if (promised.orderNumber().startsWith(platform.prefix())) {
                String reference =
                        promised.orderNumber().substring(platform.prefix().length());
                platform.showDate(reference, promised.dueAt(), promised.told());
            }
        }
        return DONE;
    }

    /** As the Standard Webhooks describe. */
    private boolean isOurs(PlatformCall call) {
        String id = call.header("webhook-id", "");
        String timestamp = call.header("webhook-timestamp", "");
        if (id.isEmpty() || !timestamp.matches("[0-9]{1,11}")) {
            return false;
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        boolean good = false;
        for (String given : call.header("webhook-signature", "").split(" ", 11)) {
            for (Hmac secret : secrets) {
                byte[] mac = secret.sign((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), call.body());
                String right = "v1," + Base64.getEncoder().encodeToString(mac);
                good |= Hmac.same(right.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
            }
        }
        return good && Duration.between(sentAt, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    }
}
