package io.orderjourney.rest.idempotency;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response that can be given again, byte by byte.
 *
 * @param status HTTP status
 * @param headers those that belong to the response itself: type, place, version
 * @param body as it was sent; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredResponse(
        int status,
        Map<String, String> headers,
        byte[] body,
        @Nullable UUID customerId) {

    private static final String REPLAYED_HEADER = "Idempotency-Replayed";

    public StoredResponse {
        headers = Map.copyOf(headers);
    }

    /** One that shows no customer. */
    public StoredResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, null);
    }

    Response toResponse(boolean replayed) {
        Response.ResponseBuilder response = Response.status(status);
        if (replayed) {
            response.header(REPLAYED_HEADER, "true");
        }
        headers.forEach(response::header);
        if (body.length > 0) {
            response.entity(body);
        }
        return response.build();
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
