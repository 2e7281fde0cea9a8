package io.orderjourney.console.session;

import io.orderjourney.contracts.Hmac;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Remembers who was sent to the provider in a signed cookie of their own browser, so that any replica, and any of the
 * services, can take them in when they come back.
 */
@Singleton
public class LoginAttempts {

    public static final String COOKIE = "journey-login";

    private static final String PATH = "/desk/login";
    private static final Duration LENGTH = Duration.ofMinutes(10);
    private static final int FIELDS = 5;

    private final Optional<Hmac> hmac;
    private final InstantSource realTime = InstantSource.system();
    private final boolean overTls;

    LoginAttempts(
            @ConfigProperty(name = "journey.console.session-key") Optional<String> key,
            @ConfigProperty(name = "journey.console.cookie-over-tls", defaultValue = "true") boolean overTls) {
        // Another key than the sessions': one kind of cookie is never taken for the other.
        this.hmac = key.map(text -> Hmac.of(("login " + text).getBytes(StandardCharsets.UTF_8)));
        this.overTls = overTls;
    }

    /** A new one, for a person who wants to see this page. */
    public LoginAttempt begin(String target) {
        return LoginAttempt.to(target, realTime.instant().plus(LENGTH));
    }

    /**
     * The cookie that comes back with the person: the way back begins at the provider's site, so it is not a strict one.
     *
     * @throws IllegalStateException without a key
     */
    public NewCookie cookie(LoginAttempt attempt) {
        String text = String.join(
                "\n",
                attempt.state(),
                attempt.nonce(),
                attempt.verifier(),
                attempt.target(),
                Long.toString(attempt.expiresAt().getEpochSecond()));
        String value = hmac.orElseThrow(() -> new IllegalStateException("journey.console.session-key is not set"))
                .seal(text.getBytes(StandardCharsets.UTF_8));
        return cookie(value, (int) LENGTH.toSeconds());
    }

    /** Takes the cookie away: an attempt is good for one answer. */
    public NewCookie ended() {
        return cookie("", 0);
    }

    /** The attempt that this cookie remembers and this state belongs to; empty for any other, and for one that is over. */
    public Optional<LoginAttempt> answered(@Nullable String cookie, @Nullable String state) {
        if (cookie == null || state == null) {
            return Optional.empty();
        }
        return hmac.flatMap(known -> known.open(cookie))
                .map(bytes -> List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", FIELDS)))
                .map(fields -> new LoginAttempt(
                        fields.get(0),
                        fields.get(1),
                        fields.get(2),
                        fields.get(3),
                        Instant.ofEpochSecond(Long.parseLong(fields.get(4)))))
                .filter(attempt -> realTime.instant().isBefore(attempt.expiresAt()))
                .filter(attempt -> Hmac.same(
                        attempt.state().getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8)));
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .httpOnly(true)
                .secure(overTls)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(seconds)
                .build();
    }
}
