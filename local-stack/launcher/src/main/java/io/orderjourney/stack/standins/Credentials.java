package io.orderjourney.stack.standins;

import java.time.Instant;
import java.util.Map;

/** How a partner shows the shop who is calling. */
interface Credentials {

    /** The headers that prove it, for this very text, at this real time. */
    Map<String, String> headers(String callbackId, String body, Instant realNow);

    /** The partner's token. */
    static Credentials bearer(String token) {
        return (id, body, now) -> Map.of("Authorization", "Bearer " + token);
    }
}
