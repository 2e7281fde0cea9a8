package io.orderjourney.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Signs a record of an inbound topic, as its REST twin is signed: HMAC-SHA256 over {@code id.timestamp.payload}. The payload is all
 * that steers what happens: the line {@code RECORD topic type source time key}, a line feed, and the data. So a record that was
 * signed for one topic, key or source is worth nothing at another. A repetition has the same id and changes nothing, however late
 * it comes; so a record may wait as long as it has to, and its age is not judged.
 */
public final class RecordSignature {

    /** The headers that carry it; the id is {@code ce_id}. */
    public static final String TIMESTAMP = "webhook-timestamp";

    public static final String SIGNATURE = "webhook-signature";

    private static final String VERSION = "v1,";
    private static final int SIGNATURES_MAX = 10;

    private final List<Hmac> secrets;

    private RecordSignature(List<Hmac> secrets) {
        this.secrets = secrets;
    }

    /**
     * With one secret, or with two separated by a comma while they are being changed.
     *
     * @throws IllegalStateException if one has less than 16 bytes
     */
    public static RecordSignature of(String configuredSecrets) {
        return new RecordSignature(Hmac.agreed(configuredSecrets));
    }

    /**
     * What is signed of a record.
     *
     * @param id the {@code ce_id} header, and so on
     */
    public record Signed(String topic, String id, String type, String source, String time, String key, byte[] data) {

        byte[] steering() {
            return ("RECORD " + String.join(" ", topic, type, source, time, key) + "\n")
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    /**
     * The value of the header {@link #SIGNATURE}: one signature for each secret.
     *
     * @param timestamp the value of the header {@link #TIMESTAMP}, seconds since 1970
     */
    public String sign(Signed record, String timestamp) {
        return String.join(
                " ",
                secrets.stream()
                        .map(secret -> VERSION + Base64.getEncoder().encodeToString(mac(secret, record, timestamp)))
                        .toList());
    }

    /** Whether one of the signatures is good. Takes the same time whichever it is. */
    public boolean isGood(Signed record, String timestamp, String signatures) {
        boolean good = false;
        String[] given = signatures.split(" ", SIGNATURES_MAX + 1);
        for (int i = 0; i < Math.min(given.length, SIGNATURES_MAX); i++) {
            byte[] sent = given[i].getBytes(StandardCharsets.UTF_8);
            for (Hmac secret : secrets) {
                String right = VERSION + Base64.getEncoder().encodeToString(mac(secret, record, timestamp));
                good |= Hmac.same(right.getBytes(StandardCharsets.UTF_8), sent);
            }
        }
        return good;
    }

    private static byte[] mac(Hmac secret, Signed record, String timestamp) {
        return secret.sign(
                (record.id() + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8),
                record.steering(),
                record.data());
    }
}
