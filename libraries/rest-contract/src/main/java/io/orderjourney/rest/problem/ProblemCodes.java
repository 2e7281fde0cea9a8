package io.orderjourney.rest.problem;

/** The codes that this library itself answers with. They are part of the API: released words do not change. */
public final class ProblemCodes {

    public static final String PATH_NOT_CANONICAL = "path-not-canonical";
    public static final String QUERY_MALFORMED = "query-malformed";
    public static final String PARAMETER_INVALID = "parameter-invalid";
    public static final String PARAMETER_UNKNOWN = "parameter-unknown";
    public static final String PARAMETER_REPEATED = "parameter-repeated";
    public static final String REQUEST_MALFORMED = "request-malformed";
    public static final String JSON_MALFORMED = "json-malformed";
    public static final String TYPE_MISMATCH = "type-mismatch";
    public static final String UNKNOWN_PROPERTY = "unknown-property";
    public static final String LIMIT_EXCEEDED = "limit-exceeded";
    public static final String INVALID_CHARACTER = "invalid-character";
    public static final String VALIDATION = "validation";
    public static final String BODY_INCOMPLETE = "body-incomplete";
    public static final String BODY_TOO_LARGE = "body-too-large";
    public static final String URI_TOO_LONG = "uri-too-long";
    public static final String HEADERS_TOO_LARGE = "headers-too-large";
    public static final String MEDIA_TYPE_UNSUPPORTED = "media-type-unsupported";
    public static final String NOT_ACCEPTABLE = "not-acceptable";
    public static final String METHOD_NOT_ALLOWED = "method-not-allowed";
    public static final String NOT_FOUND = "not-found";
    public static final String UNAUTHENTICATED = "unauthenticated";
    public static final String FORBIDDEN = "forbidden";
    public static final String ACTOR_INVALID = "actor-invalid";
    public static final String SIGNATURE_INVALID = "signature-invalid";
    public static final String IDEMPOTENCY_KEY_MISSING = "idempotency-key-missing";
    public static final String IDEMPOTENCY_KEY_INVALID = "idempotency-key-invalid";
    public static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";
    public static final String IDEMPOTENCY_KEY_IN_PROGRESS = "idempotency-key-in-progress";
    public static final String PRECONDITION_REQUIRED = "precondition-required";
    public static final String PRECONDITION_MALFORMED = "precondition-malformed";
    public static final String VERSION_STALE = "version-stale";
    public static final String TRANSITION_NOT_ALLOWED = "transition-not-allowed";
    public static final String PROMISE_REFUSED = "promise-refused";
    public static final String CURSOR_INVALID = "cursor-invalid";
    public static final String TOO_MANY_REQUESTS = "too-many-requests";
    public static final String DATABASE_UNAVAILABLE = "database-unavailable";
    public static final String DATABASE_BUSY = "database-busy";
    public static final String UNEXPECTED = "unexpected";

    private ProblemCodes() {}
}
