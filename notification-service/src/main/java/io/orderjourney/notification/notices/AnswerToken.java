package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Hmac;
import io.orderjourney.contracts.KeyRing;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;

/**
 * The unguessable part of the link to a customer's page: the name of the key, the number of the message that carries it, and
 * the signature of both. It says nothing about the customer, and its 20 characters leave room in a text message.
 */
public final class AnswerToken {

    private static final int KEY_BYTES = 1;
    private static final int NUMBER_BYTES = 5;
    private static final int NAMED_BYTES = KEY_BYTES + NUMBER_BYTES;
    /** Of 2^72 signatures one is right: nobody finds it by asking. */
    private static final int SIGNATURE_BYTES = 9;

    private AnswerToken() {}

    /** @param number of the message, below 2^40 */
    public static String of(long number, KeyRing keys) {
        byte[] eight = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        byte[] token = new byte[NAMED_BYTES + SIGNATURE_BYTES];
        token[0] = keys.signing().id();
        System.arraycopy(eight, Long.BYTES - NUMBER_BYTES, token, KEY_BYTES, NUMBER_BYTES);
        byte[] signature = keys.signing().hmac().sign(Arrays.copyOf(token, NAMED_BYTES));
        System.arraycopy(signature, 0, token, NAMED_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The number of the message that the token names; empty for a token that is not ours. */
    public static OptionalLong read(String token, KeyRing keys) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return OptionalLong.empty();
        }
        if (bytes.length != NAMED_BYTES + SIGNATURE_BYTES) {
            return OptionalLong.empty();
        }
        byte[] named = Arrays.copyOf(bytes, NAMED_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, NAMED_BYTES, bytes.length);
        if (keys.named(bytes[0]).stream()
                .noneMatch(key -> Hmac.same(Arrays.copyOf(key.sign(named), SIGNATURE_BYTES), signature))) {
            return OptionalLong.empty();
        }
        byte[] number = new byte[Long.BYTES];
        System.arraycopy(named, KEY_BYTES, number, Long.BYTES - NUMBER_BYTES, NUMBER_BYTES);
        return OptionalLong.of(ByteBuffer.wrap(number).getLong());
    }
}
