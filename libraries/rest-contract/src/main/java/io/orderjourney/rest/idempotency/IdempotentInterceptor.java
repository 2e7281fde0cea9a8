package io.orderjourney.rest.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderjourney.rest.access.Caller;
import io.orderjourney.rest.json.ReceivedBody;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Stands outside of validation: a request that was answered once is answered the same, even if a rule about its content
 * has become stricter since.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 900)
class IdempotentInterceptor {

    static final String KEY_HEADER = "Idempotency-Key";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final List<String> KEPT_HEADERS =
            List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG);

    private final IdempotentRequests requests;
    private final CurrentKey currentKey;
    private final CurrentVertxRequest current;
    private final ReceivedBody body;
    private final Caller caller;
    private final ResponseAbout about;
    private final ObjectMapper mapper;

    IdempotentInterceptor(
            IdempotentRequests requests,
            CurrentKey currentKey,
            CurrentVertxRequest current,
            ReceivedBody body,
            Caller caller,
            ResponseAbout about,
            ObjectMapper mapper) {
        this.requests = requests;
        this.currentKey = currentKey;
        this.current = current;
        this.body = body;
        this.caller = caller;
        this.about = about;
        this.mapper = mapper;
    }

    @AroundInvoke
    @Nullable
    Object once(InvocationContext invocation) throws Exception {
        HttpServerRequest request = current.getCurrent().request();
        RequestKey key = RequestKey.of(
                caller.name(),
                key(request.headers().getAll(KEY_HEADER)),
                request.method().name(),
                request.uri(),
                body.bytes());
        Idempotent how = invocation.getMethod().getAnnotation(Idempotent.class);
        if (how != null && how.coalesced()) {
            return coalesced(key, invocation);
        }
        Fresh fresh = new Fresh();
        IdempotentRequests.Outcome outcome = requests.run(key, () -> {
            fresh.result = invocation.proceed();
            return toStored(invocation.getMethod(), fresh.result);
        });
        if (outcome.replayed()) {
            throw new WebApplicationException(outcome.toResponse());
        }
        return fresh.result;
    }

    /** The method's transaction looks for a remembered response; a request that is refused before it is looked up here. */
    @Nullable
    private Object coalesced(RequestKey key, InvocationContext invocation) throws Exception {
        currentKey.set(key);
        try {
            return invocation.proceed();
        } catch (RuntimeException refused) {
            Optional<IdempotentRequests.Outcome> before =
                    currentKey.isTaken() ? Optional.empty() : requests.remembered(key);
            if (before.isPresent()) {
                throw new WebApplicationException(before.get().toResponse());
            }
            throw refused;
        }
    }

    private static final class Fresh {
        @Nullable
        Object result;
    }

    private static String key(List<String> given) {
        if (given.isEmpty()) {
            throw Problem.badRequest(
                    ProblemCodes.IDEMPOTENCY_KEY_MISSING,
                    "Send an Idempotency-Key: a new one for each intent, the same one when you repeat it.");
        }
        if (given.size() > 1 || !KEY.matcher(given.get(0)).matches()) {
            throw Problem.badRequest(
                    ProblemCodes.IDEMPOTENCY_KEY_INVALID, "The key must be 1 to 255 visible ASCII characters.");
        }
        return given.get(0);
    }

    private StoredResponse toStored(Method method, @Nullable Object result) throws IOException {
        if (result instanceof RestResponse<?> response) {
            return toStored(response.getStatus(), response.getHeaders(), response.getEntity());
        }
        if (result instanceof Response response) {
            return toStored(response.getStatus(), response.getHeaders(), response.getEntity());
        }
        ResponseStatus declared = method.getAnnotation(ResponseStatus.class);
        int status = declared != null ? declared.value() : result == null ? 204 : 200;
        return toStored(status, Map.of(), result);
    }

    private StoredResponse toStored(int status, Map<String, List<Object>> headers, @Nullable Object entity)
            throws IOException {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            headers.forEach((given, values) -> {
                if (given.equalsIgnoreCase(name) && !values.isEmpty()) {
                    kept.put(name, values.get(0).toString());
                }
            });
        }
        if (entity == null) {
            return new StoredResponse(status, kept, new byte[0]);
        }
        kept.putIfAbsent(HttpHeaders.CONTENT_TYPE, "application/json");
        return new StoredResponse(
                status,
                kept,
                entity instanceof byte[] bytes ? bytes : mapper.writeValueAsBytes(entity),
                about.customerId());
    }
}
