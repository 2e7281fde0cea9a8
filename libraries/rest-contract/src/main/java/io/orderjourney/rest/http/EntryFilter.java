package io.orderjourney.rest.http;

import io.orderjourney.rest.json.StrictJson;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Runs before security and routing, and refuses malformed requests so that nothing else interprets them. */
@Singleton
class EntryFilter {

    /** Above every filter of the platform; authentication runs at 200, CORS at 300. */
    private static final int BEFORE_EVERYTHING = 10_000;

    private static final int TARGET_LENGTH_MAX = 4 * 1024;
    private static final long LINGER_MILLIS = 2_000;
    private static final int HEADER_BYTES_MAX = 8 * 1024;

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_EVERYTHING);
    }

    private void handle(RoutingContext request) {
        request.addHeadersEndHandler(ignored -> ResponseHeaders.complete(request));
        Optional<Problem> refusal = refusal(request.request());
        if (refusal.isPresent()) {
            refuse(request, refusal.get());
        } else {
            request.next();
        }
    }

    /** What is left of the body is dropped; a sender who goes on for long is cut off. */
    private static void refuse(RoutingContext request, Problem problem) {
        HttpConnection connection = request.request().connection();
        request.request().resume();
        request.response().putHeader("Connection", "close");
        HttpProblems.answer(request, problem);
        request.vertx().setTimer(LINGER_MILLIS, timer -> connection.close());
    }

    private static Optional<Problem> refusal(HttpServerRequest request) {
        if (request.uri().length() > TARGET_LENGTH_MAX) {
            return Optional.of(Problem.of(414, ProblemCodes.URI_TOO_LONG, "The address is longer than 4 kB."));
        }
        if (headerBytes(request.headers()) > HEADER_BYTES_MAX) {
            return Optional.of(
                    Problem.of(431, ProblemCodes.HEADERS_TOO_LARGE, "The headers are longer than 8 kB together."));
        }
        if (request.method().equals(HttpMethod.TRACE) || request.method().equals(HttpMethod.CONNECT)) {
            return Optional.of(
                    Problem.of(405, ProblemCodes.METHOD_NOT_ALLOWED, "This method is not answered anywhere here.")
                            .withHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        }
        Optional<Problem> target = CanonicalRequest.refusal(request.uri());
        return target.isPresent() ? target : bodyRefusal(request.headers());
    }

    private static Optional<Problem> bodyRefusal(MultiMap headers) {
        String announced = headers.get("Content-Length");
        boolean hasBody = announced == null ? headers.contains("Transfer-Encoding") : !announced.equals("0");
        if (hasBody && !headers.contains("Content-Type")) {
            return Optional.of(
                    Problem.of(415, ProblemCodes.MEDIA_TYPE_UNSUPPORTED, "Say with Content-Type what the body is."));
        }
        if (announced == null) {
            return Optional.empty();
        }
        boolean plain = announced.length() <= 18 && announced.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain || Long.parseLong(announced) > StrictJson.BODY_BYTES_MAX) {
            return Optional.of(Problem.of(413, ProblemCodes.BODY_TOO_LARGE, "The body is longer than 256 kB."));
        }
        return Optional.empty();
    }

    private static int headerBytes(MultiMap headers) {
        int bytes = 0;
        for (Map.Entry<String, String> header : headers) {
            bytes += header.getKey().length() + header.getValue().length() + 4;
        }
        return bytes;
    }
}
