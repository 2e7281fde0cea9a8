package io.orderjourney.promises;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.Precision;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A date offered before there is a promise, signed so that another service can take it at its word: the storefront shows
 * it at checkout and sends it back with the order, and no service waits for another.
 *
 * @param subject what was asked for, in the form of {@link #subjectOf}: an offer is good for nothing else
 * @param expiresAt business time until which it can be accepted
 */
public record SignedOffer(
        UUID offerId, String subject, Instant readyBy, Precision precision, Instant offeredAt, Instant expiresAt) {

    /** Shorter secrets are refused: an offer binds the shop. */
    public static final int SECRET_LENGTH_MIN = 32;

    private static final int TOKEN_LENGTH_MAX = 2_000;
    private static final String ALGORITHM = "HmacSHA256";

    /** The token does not come from us, or not for this. */
    public static final class InvalidOffer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InvalidOffer(String why) {
            super(why);
        }
    }

    /** The offer was good once; the customer must be shown a new one. */
    public static final class ExpiredOffer extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExpiredOffer() {
            super("The offer has expired");
        }
    }

    /** One line for what an offer is about, the same on both sides whatever the order of the lines. */
    public static String subjectOf(String pickupPoint, String payment, Map<String, Integer> quantityBySku) {
        StringBuilder subject = new StringBuilder(pickupPoint).append('|').append(payment);
        new TreeMap<>(quantityBySku)
                .forEach((sku, quantity) ->
                        subject.append('|').append(sku).append(':').append(quantity));
        return subject.toString();
    }

    /** The token that the storefront carries: {@code payload.signature}, both base64url. */
    public String sign(String secret) {
        byte[] payload = ContractJson.write(this);
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(payload) + "." + encoder.encodeToString(signature(payload, secret));
    }

    /**
     * Reads a token that was signed with the same secret.
     *
     * @throws InvalidOffer if it was not, or if it is about something else than {@code subject}
     * @throws ExpiredOffer if it may not be accepted any more at {@code now}
     */
    public static SignedOffer verify(String token, String secret, String subject, Instant now) {
        int dot = token.indexOf('.');
        if (dot < 1 || token.length() > TOKEN_LENGTH_MAX) {
            throw new InvalidOffer("Not an offer");
        }
        SignedOffer offer = read(token, dot, secret);
        if (!offer.subject.equals(subject)) {
            throw new InvalidOffer("The offer is for another order");
        }
        if (now.isAfter(offer.expiresAt)) {
            throw new ExpiredOffer();
        }
        return offer;
    }

    private static SignedOffer read(String token, int dot, String secret) {
        try {
            Base64.Decoder decoder = Base64.getUrlDecoder();
            byte[] payload = decoder.decode(token.substring(0, dot));
            byte[] signed = decoder.decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signed, signature(payload, secret))) {
                throw new InvalidOffer("The signature is not ours");
            }
            return ContractJson.read(payload, SignedOffer.class);
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidOffer("Not an offer");
        }
    }

    private static byte[] signature(byte[] payload, String secret) {
        if (secret.length() < SECRET_LENGTH_MIN) {
            throw new IllegalStateException("The secret for offers is shorter than " + SECRET_LENGTH_MIN);
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(payload);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This JVM lacks " + ALGORITHM, missing);
        }
    }
}
