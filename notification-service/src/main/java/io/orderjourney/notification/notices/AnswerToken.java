package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Hmac;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * The unguessable part of the link to a customer's page: the number of the message that carries it, signed. It says nothing
 * about the customer, and its 20 characters leave room in a text message.
 */
public final class AnswerToken {

    private static final int NUMBER_BYTES = 5;
    /** Of 2^80 signatures one is right: nobody finds it by asking. */
    private static final int SIGNATURE_BYTES = 10;

    private AnswerToken() {}

    /** @param number of the message, below 2^40 */
    public static String of(long number, String secret) {
        byte[] named = Arrays.copyOfRange(
                ByteBuffer.allocate(Long.BYTES).putLong(number).array(), Long.BYTES - NUMBER_BYTES, Long.BYTES);
        byte[] token = Arrays.copyOf(named, NUMBER_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(named, secret), 0, token, NUMBER_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The number of the message that the token names; empty for a token that is not ours. */
    public static OptionalLong read(String token, String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return OptionalLong.empty();
        }
        if (bytes.length != NUMBER_BYTES + SIGNATURE_BYTES) {
            return OptionalLong.empty();
        }
        byte[] named = Arrays.copyOf(bytes, NUMBER_BYTES);
        byte[] expected = Arrays.copyOf(signature(named, secret), SIGNATURE_BYTES);
        if (!Hmac.same(expected, Arrays.copyOfRange(bytes, NUMBER_BYTES, bytes.length))) {
            return OptionalLong.empty();
        }
        byte[] number = new byte[Long.BYTES];
        System.arraycopy(named, 0, number, Long.BYTES - NUMBER_BYTES, NUMBER_BYTES);
        return OptionalLong.of(ByteBuffer.wrap(number).getLong());
    }

    private static byte[] signature(byte[] named, String secret) {
        return Hmac.of(secret, "answer links").sign(named);
    }
}
