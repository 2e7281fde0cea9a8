package io.orderjourney.contracts;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String AGREED_PREFIX = "whsec_";
    private static final int AGREED_BYTES_MIN = 16;

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

    /**
     * With the secrets that a partner and we agreed on: one, or two separated by a comma while they are being changed. A secret is
     * {@code whsec_} and Base64, or plain text.
     *
     * @throws IllegalStateException if a secret has less than 16 bytes; the message does not hold it
     */
    public static List<Hmac> agreed(String configuredSecrets) {
        List<Hmac> secrets = new ArrayList<>();
        for (String configured : configuredSecrets.split(",", -1)) {
            byte[] bytes = agreedBytes(configured.strip());
            if (bytes.length < AGREED_BYTES_MIN) {
                throw new IllegalStateException("A webhook secret must have at least " + AGREED_BYTES_MIN + " bytes");
            }
            secrets.add(Hmac.of(bytes));
        }
        return List.copyOf(secrets);
    }

    private static byte[] agreedBytes(String configured) {
        if (!configured.startsWith(AGREED_PREFIX)) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(configured.substring(AGREED_PREFIX.length()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("A webhook secret after whsec_ is Base64");
        }
    }

    /**
     * The secrets of several partners from {@code name:secret}, separated by commas. A partner whose secret is being changed stands
     * there twice: both are good.
     *
     * @param setting named if an entry is refused; its secret is not
     * @return by name in the order of the setting, each as {@link #agreed} takes it
     * @throws IllegalStateException if an entry is none
     */
    public static Map<String, String> agreedByName(String setting, String configured) {
        Map<String, String> secrets = new LinkedHashMap<>();
        for (String entry : configured.split(",")) {
            String[] parts = entry.strip().split(":", 2);
            if (parts.length != 2 || !parts[0].matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalStateException(setting + ": an entry is name:secret with a name in lower case");
            }
            secrets.merge(parts[0], parts[1], (first, second) -> first + "," + second);
        }
        return Collections.unmodifiableMap(secrets);
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
