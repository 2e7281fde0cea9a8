package io.orderjourney.notification.notices;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The unguessable part of an answer link: which notice, signed. It carries nothing about the customer. */
public final class AnswerToken {

    /** Shorter secrets are refused. */
    public static final int SECRET_LENGTH_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private AnswerToken() {}

    public static String of(UUID noticeId, String secret) {
        byte[] id = ByteBuffer.allocate(ID_BYTES)
                .putLong(noticeId.getMostSignificantBits())
                .putLong(noticeId.getLeastSignificantBits())
                .array();
        byte[] token = Arrays.copyOf(id, ID_BYTES + SIGNATURE_BYTES);
        System.arraycopy(signature(id, secret), 0, token, ID_BYTES, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The notice that the token names; empty for a token that is not ours. */
    public static Optional<UUID> read(String token, String secret) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, ID_BYTES);
        byte[] expected = Arrays.copyOf(signature(id, secret), SIGNATURE_BYTES);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(bytes, ID_BYTES, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(id);
        return Optional.of(new UUID(read.getLong(), read.getLong()));
    }

    private static byte[] signature(byte[] id, String secret) {
        if (secret.length() < SECRET_LENGTH_MIN) {
            throw new IllegalStateException("The secret for answer links is shorter than " + SECRET_LENGTH_MIN);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(id);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, missing);
        }
    }
}
