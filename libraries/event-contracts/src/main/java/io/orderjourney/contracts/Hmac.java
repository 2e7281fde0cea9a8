package io.orderjourney.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what leaves the shop and comes back, with HMAC-SHA256: callbacks, offers, answer links, session cookies. What is signed
 * can be read by anybody, and made or changed only with the secret.
 */
public final class Hmac {

    /** A secret that people choose is refused if it is shorter. */
    public static final int SECRET_LENGTH_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private Hmac(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * With a secret in words.
     *
     * @param purpose named if the secret is refused; the secret is not
     * @throws IllegalStateException if it has fewer than 32 characters
     */
    public static Hmac of(String secret, String purpose) {
        if (secret.length() < SECRET_LENGTH_MIN) {
            throw new IllegalStateException("The secret for " + purpose + " is shorter than " + SECRET_LENGTH_MIN);
        }
        return new Hmac(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** With a secret that a partner and we agreed on; whether it is long enough is the caller's matter. */
    public static Hmac of(byte[] secret) {
        return new Hmac(secret);
    }

    /** The signature of these bytes, one after another: 32 bytes. */
    public byte[] sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, missing);
        }
    }

    /** Compares in a time that tells nothing about the right signature. */
    public static boolean same(byte[] right, byte[] given) {
        return MessageDigest.isEqual(right, given);
    }

    /** The payload and its signature as text that can stand in an address or a cookie: {@code payload.signature}. */
    public String seal(byte[] payload) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + "." + encoder.encodeToString(sign(payload));
    }

    /** The payload of a sealed text; empty for one that was not sealed with this secret. */
    public Optional<byte[]> open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            byte[] payload = decoder.decode(sealed.substring(0, dot));
            byte[] signature = decoder.decode(sealed.substring(dot + 1));
            return same(sign(payload), signature) ? Optional.of(payload) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
