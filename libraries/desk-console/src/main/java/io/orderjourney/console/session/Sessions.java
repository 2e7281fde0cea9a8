package io.orderjourney.console.session;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins, reads and ends sessions. Without {@code journey.console.session-key} nobody is ever logged in. */
@Singleton
public class Sessions {

    static final String COOKIE = "journey-session";
    static final String ATTRIBUTE = "journey.session";

    /** A working day; the next one begins with a login. */
    static final Duration LENGTH = Duration.ofHours(12);

    private final Optional<SessionSeal> seal;
    private final InstantSource realTime = InstantSource.system();
    private final boolean overTls;

    Sessions(
            @ConfigProperty(name = "journey.console.session-key") Optional<String> key,
            @ConfigProperty(name = "journey.console.cookie-over-tls", defaultValue = "true") boolean overTls) {
        this.seal = key.map(SessionSeal::new);
        this.overTls = overTls;
    }

    /** The session that a request came with, if it came with one. */
    public static Optional<Session> of(SecurityIdentity identity) {
        return Optional.ofNullable(identity.getAttribute(ATTRIBUTE));
    }

    /** When a session that begins now is over. */
    public Instant end() {
        return end(LENGTH);
    }

    /** When a session of this length that begins now is over. */
    public Instant end(Duration length) {
        return realTime.instant().plus(length);
    }

    Optional<Session> read(String cookie) {
        return seal.flatMap(known -> known.open(cookie, realTime.instant()));
    }

    /** @throws IllegalStateException without a key */
    public NewCookie begin(Session session) {
        String value = seal.orElseThrow(() -> new IllegalStateException("journey.console.session-key is not set"))
                .seal(session);
        Duration left = Duration.between(realTime.instant(), session.expiresAt());
        return cookie(value).maxAge((int) left.toSeconds()).build();
    }

    public NewCookie ended() {
        return cookie("").maxAge(0).build();
    }

    private NewCookie.Builder cookie(String value) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(SessionAuthentication.PATH)
                .httpOnly(true)
                .secure(overTls)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
