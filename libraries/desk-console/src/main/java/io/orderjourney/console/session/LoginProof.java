package io.orderjourney.console.session;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the provider gave a person at their login, kept in their own browser and shown again when they log out, so that the
 * provider ends that login too. It opens nothing here, and the browser sends it to the logout alone.
 */
@Singleton
public class LoginProof {

    public static final String COOKIE = "journey-login-proof";

    private static final String PATH = "/desk/logout";

    /** Browsers keep 4096 bytes, with the cookie's name and attributes. */
    private static final int LENGTH_MAX = 3800;

    /** Instead of a token that is too long to be kept. */
    private static final String TOO_LONG = "-";

    private final boolean overTls;

    LoginProof(@ConfigProperty(name = "journey.console.cookie-over-tls", defaultValue = "true") boolean overTls) {
        this.overTls = overTls;
    }

    /** Keeps an ID token for as long as the session. */
    public NewCookie kept(String idToken, Duration length) {
        return cookie(idToken.length() > LENGTH_MAX ? TOO_LONG : idToken, (int) length.toSeconds());
    }

    /** Takes it away. */
    public NewCookie ended() {
        return cookie("", 0);
    }

    /** The ID token in a cookie's value; null if there is none that could be kept. */
    public static @Nullable String idToken(String value) {
        return value.equals(TOO_LONG) ? null : value;
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(PATH)
                .httpOnly(true)
                .secure(overTls)
                .sameSite(NewCookie.SameSite.STRICT)
                .maxAge(seconds)
                .build();
    }
}
