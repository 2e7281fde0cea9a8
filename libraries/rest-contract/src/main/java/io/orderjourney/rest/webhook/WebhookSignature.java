package io.orderjourney.rest.webhook;

import io.orderjourney.contracts.Hmac;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Signs and checks callbacks as the Standard Webhooks describe: HMAC-SHA256 over {@code id.timestamp.payload}. Of news that we
 * send the payload is the body. Of a command that a partner sends it is all that steers what happens: the line
 * {@code METHOD /path}, without scheme, host and query, and then the body, so that a body that was signed for one address is
 * worth nothing at another. While a secret is being changed both the old and the new one
 * are good, and a callback may carry a signature of each.
 */
public final class WebhookSignature {

    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** A callback longer than this is refused with 413. */
    public static final int BODY_BYTES_MAX = 64 * 1024;

    /** A callback older or younger than this, in real time, is refused: it may be a replay. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String VERSION = "v1,";
    private static final int SIGNATURES_MAX = 10;

    private final List<Hmac> secrets;
    private final InstantSource realTime;

    private WebhookSignature(List<Hmac> secrets, InstantSource realTime) {
        this.secrets = List.copyOf(secrets);
        this.realTime = realTime;
    }

    /**
     * With one secret, or with two separated by a comma while they are being changed: both sign, and both are good.
     * A secret is {@code whsec_} and Base64, or plain text.
     *
     * @throws IllegalStateException if a secret has less than 16 bytes; the message does not hold it
     */
    public static WebhookSignature of(String configuredSecrets) {
        return of(configuredSecrets, InstantSource.system());
    }

    /** With another real time than the system's, for tests. */
    public static WebhookSignature of(String configuredSecrets, InstantSource realTime) {
        return new WebhookSignature(Hmac.agreed(configuredSecrets), realTime);
    }

    /**
     * A callback whose signature is good.
     *
     * @param id stays the same when the sender repeats it: remember it, and act once
     * @param sentAt of this attempt, by the sender's clock, within the tolerance
     */
    public record Verified(String id, Instant sentAt) {}

    /** @throws Problem 401 {@code signature-invalid} or 413 {@code body-too-large} */
    public Verified verify(HttpServerRequest request, byte[] body) {
        return verify(
                name -> one(request.headers().getAll(name)), request.method().name(), request.path(), body);
    }

    /**
     * A command that came to this address.
     *
     * @throws Problem 401 {@code signature-invalid} or 413 {@code body-too-large}
     */
    public Verified verify(Function<String, @Nullable String> header, String method, String path, byte[] body) {
        requireShort(body);
        return verifySigned(header, payload(method, path, body));
    }

    /**
     * News that came to any address.
     *
     * @throws Problem 401 {@code signature-invalid} or 413 {@code body-too-large}
     */
    public Verified verify(Function<String, @Nullable String> header, byte[] body) {
        requireShort(body);
        return verifySigned(header, body);
    }

    private static void requireShort(byte[] body) {
        if (body.length > BODY_BYTES_MAX) {
            throw Problem.of(413, ProblemCodes.BODY_TOO_LARGE, "A callback is at most 64 kB long.");
        }
    }

    private Verified verifySigned(Function<String, @Nullable String> header, byte[] signed) {
        String id = header.apply(ID);
        String timestamp = header.apply(TIMESTAMP);
        String signatures = header.apply(SIGNATURE);
        if (id == null || !id.matches("[\\x21-\\x2d\\x2f-\\x7e]{1,255}") || timestamp == null || signatures == null) {
            throw refused();
        }
        if (!timestamp.matches("[0-9]{1,11}")) {
            throw refused();
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(sentAt, realTime.instant()).abs().compareTo(TOLERANCE) > 0
                || !isSigned(id, timestamp, signed, signatures)) {
            throw refused();
        }
        return new Verified(id, sentAt);
    }

    /** The three headers of a callback that is sent now; with two secrets it carries a signature of each. */
    public Map<String, String> sign(String id, byte[] body) {
        String timestamp = Long.toString(realTime.instant().getEpochSecond());
        String signatures = secrets.stream()
                .map(secret -> VERSION + Base64.getEncoder().encodeToString(hmac(secret, id, timestamp, body)))
                .collect(Collectors.joining(" "));
        return Map.of(ID, id, TIMESTAMP, timestamp, SIGNATURE, signatures);
    }

    /**
     * As {@link #sign(String, byte[])}, for a command: its address is signed too.
     *
     * @param path as the receiver has it, such as {@code /api/v1/bank/decisions}
     */
    public Map<String, String> sign(String id, String method, String path, byte[] body) {
        return sign(id, payload(method, path, body));
    }

    private boolean isSigned(String id, String timestamp, byte[] payload, String signatures) {
        boolean good = false;
        String[] given = signatures.split(" ", SIGNATURES_MAX + 1);
        for (int i = 0; i < Math.min(given.length, SIGNATURES_MAX); i++) {
            if (!given[i].startsWith(VERSION)) {
                continue;
            }
            byte[] sent = given[i].substring(VERSION.length()).getBytes(StandardCharsets.ISO_8859_1);
            for (Hmac secret : secrets) {
                byte[] right = Base64.getEncoder().encode(hmac(secret, id, timestamp, payload));
                good |= Hmac.same(right, sent);
            }
        }
        return good;
    }

    private static byte[] payload(String method, String path, byte[] body) {
        byte[] line = (method + " " + path + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] payload = Arrays.copyOf(line, line.length + body.length);
        System.arraycopy(body, 0, payload, line.length, body.length);
        return payload;
    }

    private static byte[] hmac(Hmac secret, String id, String timestamp, byte[] payload) {
        return secret.sign((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), payload);
    }

    private static @Nullable String one(@Nullable List<String> values) {
        return values != null && values.size() == 1 ? values.get(0) : null;
    }

    static Problem refused() {
        return Problem.of(401, ProblemCodes.SIGNATURE_INVALID, "The callback is not signed as agreed.")
                .withHeader("WWW-Authenticate", "Webhook-Signature");
    }
}
