package io.orderjourney.console.session;

import io.orderjourney.contracts.KeyRing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a session into the text of a cookie and back. The text is readable and signed: it holds nothing secret, and nobody
 * without the key can make or change one. The four services share the key, so one login serves all desks.
 */
public final class SessionSeal {

    private static final char FIELD = '\n';
    private static final int FIELDS = 5;

    private final KeyRing keys;

    /**
     * With one key, or with two separated by a comma while they are being changed.
     *
     * @throws IllegalStateException if one has fewer than 32 characters
     */
    public SessionSeal(String key) {
        this.keys = KeyRing.of(key, "sessions");
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
        return keys.seal(text);
    }

    /**
     * The session behind a cookie's value.
     *
     * @return empty for a value that was not made with this key, or whose time is over
     */
    public Optional<Session> open(String sealed, Instant now) {
        return keys.open(sealed).map(SessionSeal::session).filter(session -> !session.isExpired(now));
    }

    private static Session session(byte[] text) {
        List<String> fields =
                Arrays.asList(new String(text, StandardCharsets.UTF_8).split(String.valueOf(FIELD), FIELDS));
        return new Session(
                fields.get(0),
                fields.get(1),
                Set.of(fields.get(2).split(",")),
                fields.get(3).isEmpty() ? null : fields.get(3),
                Instant.ofEpochSecond(Long.parseLong(fields.get(4))));
    }
}
