package io.orderjourney.console.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * A person who was sent to the provider and has not come back yet.
 *
 * @param state proves that the answer belongs to this browser's question
 * @param nonce proves that the token was made for this question
 * @param verifier proves to the provider that the one who brings the code asked for it
 * @param target the page that the person wanted
 * @param expiresAt until when they may come back, in real time
 */
public record LoginAttempt(String state, String nonce, String verifier, String target, Instant expiresAt) {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LoginAttempt to(String target, Instant expiresAt) {
        return new LoginAttempt(random(), random(), random(), target, expiresAt);
    }

    /** What the provider is told of the verifier: its SHA-256 (RFC 7636). */
    public String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
