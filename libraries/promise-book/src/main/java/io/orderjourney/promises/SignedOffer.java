package io.orderjourney.promises;

import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.KeyRing;
import io.orderjourney.contracts.Precision;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A date offered before there is a promise, signed so that another service can take it at its word: the storefront shows
 * it at checkout and sends it back with the order, and no service waits for another.
 *
 * @param subject what was asked for, in the form of {@link #subjectOf}: an offer is good for nothing else
 * @param expiresAt business time until which it can be accepted
 */
public record SignedOffer(
        UUID offerId, String subject, Instant readyBy, Precision precision, Instant offeredAt, Instant expiresAt) {

    private static final int TOKEN_LENGTH_MAX = 2_000;

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

    /** The token that the storefront carries: the name of the key, the payload and the signature. */
    public String sign(String secret) {
        return ring(secret).seal(ContractJson.write(this));
    }

    /**
     * Reads a token that was signed with this secret, or with one of the two while they are being changed.
     *
     * @throws InvalidOffer if it was not, or if it is about something else than {@code subject}
     * @throws ExpiredOffer if it may not be accepted any more at {@code now}
     */
    public static SignedOffer verify(String token, String secret, String subject, Instant now) {
        if (token.length() > TOKEN_LENGTH_MAX) {
            throw new InvalidOffer("Not an offer");
        }
        byte[] payload = ring(secret).open(token).orElseThrow(() -> new InvalidOffer("The signature is not ours"));
        SignedOffer offer = ContractJson.read(payload, SignedOffer.class);
        if (!offer.subject.equals(subject)) {
            throw new InvalidOffer("The offer is for another order");
        }
        if (now.isAfter(offer.expiresAt)) {
            throw new ExpiredOffer();
        }
        return offer;
    }

    private static KeyRing ring(String secret) {
        return KeyRing.of(secret, "offers");
    }
}
