package io.orderjourney.rest.idempotency;

import java.util.Map;

/**
 * A response that can be given again, byte by byte.
 *
 * @param status HTTP status
 * @param headers those that belong to the response itself: type, place, version
 * @param body as it was sent; empty if there was none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record StoredResponse(int status, Map<String, String> headers, byte[] body) {

    public StoredResponse {
        headers = Map.copyOf(headers);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
