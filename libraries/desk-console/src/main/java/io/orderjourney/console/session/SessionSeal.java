package io.orderjourney.console.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a session into the text of a cookie and back. The text is readable and signed: it holds nothing secret, and nobody
 * without the key can make or change one. The four services share the key, so one login serves all desks.
 */
public final class SessionSeal {

    static final int KEY_LENGTH_MIN = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final char FIELD = '\n';
    private static final int FIELDS = 5;

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException if the key has fewer than 32 characters */
    public SessionSeal(String key) {
        if (key.length() < KEY_LENGTH_MIN) {
            throw new IllegalArgumentException("A session key has at least " + KEY_LENGTH_MIN + " characters");
        }
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The cookie's value. */
    public String seal(Session session) {
        String pickupPoint = session.pickupPoint();
        byte[] text = String.join(
                        String.valueOf(FIELD),
                        session.user(),
                        session.name(),
                        String.join(",", session.sortedRoles()),
                        pickupPoint == null ? "" : pickupPoint,
                        String.valueOf(session.expiresAt().getEpochSecond()))
                .getBytes(StandardCharsets.UTF_8);
        return encode(text) + "." + encode(signature(text));
    }

    /**
     * The session behind a cookie's value.
     *
     * @return empty for a value that was not made with this key, or whose time is over
     */
    public Optional<Session> open(String sealed, Instant now) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        byte[] text;
        byte[] signature;
        try {
            text = Base64.getUrlDecoder().decode(sealed.substring(0, dot));
            signature = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
        if (!MessageDigest.isEqual(signature, signature(text))) {
            return Optional.empty();
        }
        List<String> fields =
                Arrays.asList(new String(text, StandardCharsets.UTF_8).split(String.valueOf(FIELD), FIELDS));
        Session session = new Session(
                fields.get(0),
                fields.get(1),
                Set.of(fields.get(2).split(",")),
                fields.get(3).isEmpty() ? null : fields.get(3),
                Instant.ofEpochSecond(Long.parseLong(fields.get(4))));
        return session.isExpired(now) ? Optional.empty() : Optional.of(session);
    }

    private byte[] signature(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, missing);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
