package io.orderjourney.stack.simulators;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How a partner shows the shop who is calling. */
interface Credentials {

    /** The headers that prove it, for this very text, at this real time. */
    Map<String, String> headers(String callbackId, String body, Instant realNow);

    /** Both: the identity of the caller and the integrity of the body. */
    static Credentials both(Credentials one, Credentials other) {
        return (id, body, now) -> {
            Map<String, String> headers = new HashMap<>(one.headers(id, body, now));
            headers.putAll(other.headers(id, body, now));
            return headers;
        };
    }

    /** The partner's token. */
    static Credentials bearer(String token) {
        return (id, body, now) -> Map.of("Authorization", "Bearer " + token);
    }
}
