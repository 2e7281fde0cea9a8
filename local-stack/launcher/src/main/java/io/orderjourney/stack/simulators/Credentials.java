package io.orderjourney.stack.simulators;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** How a partner shows the shop who is calling. */
interface Credentials {

    /** The headers that prove it, for this very call with this text, at this real time. */
    Map<String, String> headers(Callback callback, String body, Instant realNow);

    /** Both: the identity of the caller and the integrity of the body. */
    static Credentials both(Credentials one, Credentials other) {
        return (callback, body, now) -> {
            Map<String, String> headers = new HashMap<>(one.headers(callback, body, now));
            headers.putAll(other.headers(callback, body, now));
            return headers;
        };
    }

    /** One for the calls to this path, the other for all others. */
    static Credentials at(String path, Credentials there, Credentials elsewhere) {
        return (callback, body, now) ->
                (URI.create(callback.url()).getPath().equals(path) ? there : elsewhere).headers(callback, body, now);
    }

    /** The partner's token. */
    static Credentials bearer(String token) {
        return new Token(token);
    }

    /** A token that is the same for every call. */
    record Token(String value) implements Credentials {

        @Override
        public Map<String, String> headers(Callback callback, String body, Instant realNow) {
            return Map.of("Authorization", "Bearer " + value);
        }

        @Override
        public String toString() {
            return "Token[...]";
        }
    }
}
