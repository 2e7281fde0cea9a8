package io.orderjourney.connectors;

import io.orderjourney.contracts.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it came.
 *
 * @param header the value of a header, whatever its case; null if it is absent
 */
record PlatformCall(Function<String, @Nullable String> header, byte[] body) {

    String header(String name, String otherwise) {
        String value = header.apply(name);
        return value == null ? otherwise : value;
    }

    /** Whether a header holds the Base64 of the body's HMAC-SHA256, as WooCommerce and Shopify sign. */
    boolean isSigned(String headerName, String secret) {
        String given = header(headerName, "");
        byte[] right = Base64.getEncoder()
                .encode(Hmac.of(secret.getBytes(StandardCharsets.UTF_8)).sign(body));
        return Hmac.same(right, given.getBytes(StandardCharsets.UTF_8));
    }
}
