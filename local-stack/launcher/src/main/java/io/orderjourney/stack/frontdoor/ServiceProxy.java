package io.orderjourney.stack.frontdoor;

import io.orderjourney.stack.http.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.Router;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Passes {@code /order-service/x} on to order-service as {@code /x}, and so for each service; other paths as they are. */
final class ServiceProxy {

    /** Live pages hold a connection each, so the usual five would soon be all in use. */
    private static final int CONNECTIONS_MAX = 512;

    private final HttpClient client;
    private final Map<String, String> services;

    ServiceProxy(Vertx vertx, Map<String, String> services) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2_000), new PoolOptions().setHttp1MaxSize(CONNECTIONS_MAX));
        this.services = services;
    }

    void mount(Router router) {
        services.keySet().forEach(name -> mount(router, "/" + name + "/*", name, "/" + name));
    }

    /** Passes a path on as it is; to a service that this stack does not have, nothing is passed. */
    void pass(Router router, String path, String service) {
        if (services.containsKey(service)) {
            mount(router, path, service, "");
        }
    }

    private void mount(Router router, String path, String service, String prefix) {
        URI address = URI.create(services.get(service));
        HttpProxy proxy = HttpProxy.reverseProxy(client)
                .origin(address.getPort(), address.getHost())
                .addInterceptor(new PrefixOff(service, prefix));
        router.route(path).handler(context -> proxy.handle(context.request()));
    }

    /** Strips the prefix, forwards it in a header, and responds 502 when the service is unavailable. */
    private record PrefixOff(String service, String prefix) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            String rest = request.getURI().substring(prefix.length());
            request.setURI(rest.startsWith("/") ? rest : "/" + rest);
            if (prefix.isEmpty()) {
                request.headers().remove("X-Forwarded-Prefix");
            } else {
                request.headers().set("X-Forwarded-Prefix", prefix);
            }
            request.headers()
                    .set("X-Forwarded-Proto", "http")
                    .set(
                            "X-Forwarded-Host",
                            String.valueOf(request.proxiedRequest().authority()))
                    .set(
                            "X-Forwarded-For",
                            request.proxiedRequest().remoteAddress().hostAddress());
            return context.sendRequest().recover(failure -> Future.succeededFuture(notThere(request)));
        }

        private ProxyResponse notThere(ProxyRequest request) {
            Map<String, Object> problem = new LinkedHashMap<>();
            problem.put("title", "Bad gateway");
            problem.put("status", 502);
            problem.put("detail", service + " does not answer at the moment.");
            return request.release()
                    .response()
                    .setStatusCode(502)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Retry-After", "2")
                    .setBody(Body.body(Buffer.buffer(Json.write(problem))));
        }
    }
}
