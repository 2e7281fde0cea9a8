package io.orderjourney.promises;

import io.orderjourney.contracts.Hmac;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/**
 * The code with which somebody else collects an order. It follows from its id and a secret, so that no table, event or log has
 * it: who tells it to the customer and who checks it at the counter compute it alike.
 */
public final class CollectorCode {

    private static final byte[] PURPOSE = "collector-code".getBytes(StandardCharsets.UTF_8);
    private static final long CODES = 1_000_000;

    private CollectorCode() {}

    /**
     * The code of this id, six digits.
     *
     * @param secret of the shop, the same in all services; at least 32 characters
     */
    public static String of(UUID codeId, String secret) {
        byte[] signature = Hmac.of(secret, "collector codes")
                .sign(PURPOSE, codeId.toString().getBytes(StandardCharsets.UTF_8));
        long number = ByteBuffer.wrap(signature).getLong() & Long.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % CODES);
    }

    /** Whether it is what was typed; spaces between the digits do not matter. */
    public static boolean matches(UUID codeId, String secret, String typed) {
        return Hmac.same(
                of(codeId, secret).getBytes(StandardCharsets.UTF_8),
                typed.replace(" ", "").getBytes(StandardCharsets.UTF_8));
    }
}
