package io.orderjourney.stack.http;

import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Lets only the holder of one token in. */
public record Bearer(String token) {

    /**
     * Returns when the request carries the token.
     *
     * @throws BadRequest 401 otherwise
     */
    public void demand(RoutingContext context) {
        String given = context.request().getHeader("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        if (given == null || !MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            throw new BadRequest(401, "This needs the operator's token: ./journey token operator");
        }
    }

    @Override
    public String toString() {
        return "Bearer[...]";
    }
}
