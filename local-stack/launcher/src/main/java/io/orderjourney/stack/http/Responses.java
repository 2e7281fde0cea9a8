package io.orderjourney.stack.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reading requests and writing answers of the stack's own endpoints. */
public final class Responses {

    private Responses() {}

    /** Responses with this value as JSON. */
    public static void json(RoutingContext context, int status, Object value) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .putHeader("Cache-Control", "no-store")
                .end(Json.write(value));
    }

    /** Responses with an RFC 9457 problem. */
    public static void problem(RoutingContext context, int status, String title, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(Json.write(problem));
    }

    /** Responses with a page. */
    public static void html(RoutingContext context, String page) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-store")
                .end(page);
    }

    /**
     * The request's body as this type; an empty body reads as an empty object.
     *
     * @throws BadRequest when it is no such JSON
     */
    public static <T> T body(RoutingContext context, Class<T> type) {
        String text = context.body().asString();
        try {
            T value = Json.MAPPER.readValue(text == null || text.isBlank() ? "{}" : text, type);
            if (value == null) {
                throw new BadRequest("The body must be a JSON object.");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new BadRequest("The body cannot be read: " + e.getOriginalMessage());
        }
    }

    /**
     * A whole number in the query, such as {@code after=120}.
     *
     * @param otherwise the value when the parameter is absent
     * @throws BadRequest when it is no number
     */
    public static long number(RoutingContext context, String parameter, long otherwise) {
        String given = context.queryParam(parameter).stream().findFirst().orElse("");
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("\\d{1,15}")) {
            throw new BadRequest("'" + parameter + "' is a whole number.");
        }
        return Long.parseLong(given);
    }

    /**
     * The value when it is there.
     *
     * @throws BadRequest naming the field otherwise
     */
    public static <T> T required(@org.jspecify.annotations.Nullable T value, String field) {
        if (value == null) {
            throw new BadRequest("'" + field + "' is missing.");
        }
        return value;
    }

    /** What an endpoint does when a handler failed: a refusal keeps its status, anything else is a fault of the stack. */
    public static void failure(RoutingContext context) {
        Throwable cause = context.failure();
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        if (cause instanceof BadRequest refusal) {
            problem(context, refusal.status(), "Refused", refusal.detail());
        } else if (cause == null) {
            problem(context, context.statusCode(), "Refused", "Nothing is served here in this way.");
        } else {
            System.err.println("The stack failed at " + context.request().path() + ": " + cause);
            problem(context, 500, "The stack failed", cause.getClass().getSimpleName());
        }
    }
}
