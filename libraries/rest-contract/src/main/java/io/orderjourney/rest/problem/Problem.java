package io.orderjourney.rest.problem;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A refusal in the words of RFC 9457. Throw it anywhere below a resource; it carries no stack trace because it is an
 * answer, not a fault. Details are for people and must not repeat what the caller sent.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detail;
    private final boolean retryable;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> members;
    private final transient Map<String, String> headers;

    private Problem(
            int status,
            String code,
            String detail,
            boolean retryable,
            List<FieldError> errors,
            Map<String, Object> members,
            Map<String, String> headers) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.detail = detail;
        this.retryable = retryable;
        this.errors = List.copyOf(errors);
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Any problem that has no factory of its own. The code is a stable word in kebab-case. */
    public static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, false, List.of(), Map.of(), Map.of());
    }

    /** 400: the request itself is wrong, whatever the state of the shop. */
    public static Problem badRequest(String code, String detail) {
        return of(400, code, detail);
    }

    /** 400 {@code parameter-invalid}: a query, path or header parameter cannot be understood. */
    public static Problem invalidParameter(String parameter, String detail) {
        return badRequest(ProblemCodes.PARAMETER_INVALID, "A parameter cannot be understood.")
                .withErrors(List.of(FieldError.in(parameter, "invalid", detail)));
    }

    /** 401, with the challenge for a bearer token. */
    public static Problem unauthorized(String code, String detail) {
        return of(401, code, detail).withHeader("WWW-Authenticate", "Bearer realm=\"order-journey\"");
    }

    /** 403 {@code forbidden}: the caller is known but may not do this. */
    public static Problem forbidden(String detail) {
        return of(403, ProblemCodes.FORBIDDEN, detail);
    }

    /** 404. Also for what exists but is not the caller's: both must look the same. */
    public static Problem notFound(String code, String detail) {
        return of(404, code, detail);
    }

    /** 409: understood and allowed, but not in the present state. */
    public static Problem conflict(String code, String detail) {
        return of(409, code, detail);
    }

    /** 409 {@code transition-not-allowed}: the detail names both states. */
    public static Problem transitionNotAllowed(String detail) {
        return conflict(ProblemCodes.TRANSITION_NOT_ALLOWED, detail);
    }

    /** 422: well-formed, but the content cannot be accepted. */
    public static Problem unprocessable(String code, String detail, FieldError... errors) {
        return of(422, code, detail).withErrors(Arrays.asList(errors));
    }

    /** 422 {@code validation}, with the places that are wrong. */
    public static Problem validation(FieldError... errors) {
        return unprocessable(ProblemCodes.VALIDATION, "The request has invalid values.", errors);
    }

    /**
     * 422 {@code promise-refused}: the shop could not keep a promise for the wished time.
     *
     * @param nextPossible the earliest time that can be promised, with the offset of the shop's zone; null if none is known
     */
    public static Problem refusedPromise(String detail, @Nullable OffsetDateTime nextPossible) {
        Problem refused = of(422, ProblemCodes.PROMISE_REFUSED, detail);
        return nextPossible == null
                ? refused
                : refused.with("nextPossibleAt", nextPossible.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    /** 429 {@code too-many-requests} with {@code Retry-After}. */
    public static Problem tooManyRequests(String detail, Duration retryAfter) {
        return of(429, ProblemCodes.TOO_MANY_REQUESTS, detail).retryAfter(retryAfter);
    }

    /** 503 with {@code Retry-After}: nothing is wrong with the request, the same one may succeed later. */
    public static Problem unavailable(String code, String detail, Duration retryAfter) {
        return of(503, code, detail).retryAfter(retryAfter);
    }

    /** The same problem, with places of the request. */
    public Problem withErrors(List<FieldError> places) {
        return new Problem(status, code, detail, retryable, places, members, headers);
    }

    /** The same problem, with one more member for programs (a string, number, boolean, list or map). */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, detail, retryable, errors, more, headers);
    }

    /** The same problem, with one more response header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, detail, retryable, errors, members, more);
    }

    /** The same problem, marked as worth repeating unchanged after this time (rounded up to seconds, at least one). */
    public Problem retryAfter(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        Problem withHeader = withHeader("Retry-After", Long.toString(seconds));
        return new Problem(status, code, detail, true, errors, members, withHeader.headers);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public boolean retryable() {
        return retryable;
    }

    public List<FieldError> errors() {
        return errors;
    }

    /** Further members, in the order in which they are written. */
    public Map<String, Object> members() {
        return members;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
