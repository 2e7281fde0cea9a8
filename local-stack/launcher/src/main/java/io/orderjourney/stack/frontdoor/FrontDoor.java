package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.clock.ClockDriver;
import io.orderjourney.stack.http.Bearer;
import io.orderjourney.stack.http.LocalRequests;
import io.orderjourney.stack.http.Responses;
import io.orderjourney.stack.mail.MailCatcher;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One address for everything: the services under their names, the mail catcher, the demo clock, the start page. */
public final class FrontDoor implements AutoCloseable {

    /** Styles and scripts come from here only; nothing may frame these pages but themselves. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'";

    /**
     * What the front door needs to know.
     *
     * @param port 0 for a free one
     * @param services base URL of each service by name
     * @param management where each service shows its health and its API's description, by name
     * @param simulators base URL of each partner by name
     * @param operatorToken token that may move the clock
     * @param readingToken what the start page itself looks things up with
     */
    public record Settings(
            int port,
            Map<String, String> services,
            Map<String, String> management,
            Map<String, String> simulators,
            String operatorToken,
            String readingToken) {

        @Override
        public String toString() {
            return "Settings[port=" + port + ", services=" + services + "]";
        }
    }

    private final HttpServer server;

    private FrontDoor(HttpServer server) {
        this.server = server;
    }

    /** Opens it and returns when it answers. */
    public static FrontDoor start(Vertx vertx, Settings settings, MailCatcher mail, ClockDriver clock)
            throws Exception {
        Router router = Router.router(vertx);
        router.route().failureHandler(Responses::failure);
        router.route().handler(LocalRequests::demandLocalHost);
        // Before the bodies, because one that was read here could not be passed on. A service checks the content type
        // itself.
        new ServiceProxy(vertx, settings.services()).mount(router);
        DeskProxy.mount(router, vertx, settings.services());
        Pages pages = new Pages();
        StartPage start = new StartPage(settings, pages, clock);
        start.clockForm().mount(router);
        router.route().handler(LocalRequests::demandJson);
        router.route().handler(FrontDoor::ownPage);
        router.route().handler(BodyHandler.create(false).setBodyLimit(64 * 1024));
        new ClockEndpoints(clock, new Bearer(settings.operatorToken())).mount(router);
        new MailPages(mail, pages).mount(router);
        start.mount(router);
        new StaticFiles().mount(router);
        // What arrives over HTTP/2 without a length cannot be passed on to a service, which speaks HTTP/1.1.
        HttpServer server = vertx.createHttpServer(
                        new HttpServerOptions().setCompressionSupported(true).setHttp2ClearTextEnabled(false))
                .requestHandler(router);
        server.listen(settings.port(), "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        return new FrontDoor(server);
    }

    public int port() {
        return server.actualPort();
    }

    private static void ownPage(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", CONTENT_POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin");
        context.next();
    }

    @Override
    public void close() {
        server.close();
    }
}
