package io.orderjourney.console.rest;

import io.orderjourney.console.ConsoleTexts;
import io.orderjourney.console.Viewer;
import io.orderjourney.console.session.Session;
import io.orderjourney.console.session.Sessions;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Reads from the request who looks, and in which language. */
@RequestScoped
public class Viewers {

    static final String LANGUAGE_COOKIE = "journey-language";

    private static final List<Locale> LOCALES =
            ConsoleTexts.LANGUAGES.stream().map(Locale::forLanguageTag).toList();

    private final SecurityIdentity identity;
    private final HttpServerRequest request;

    Viewers(SecurityIdentity identity, HttpServerRequest request) {
        this.identity = identity;
        this.request = request;
    }

    /** The person whose session this is, at the desk with this name; empty for a program's token. */
    public Optional<Viewer> at(String desk) {
        return Sessions.of(identity).map(session -> viewer(session, desk));
    }

    private Viewer viewer(Session session, String desk) {
        return new Viewer(
                desk + ":" + session.user(), session.name(), session.roles(), session.pickupPoint(), language());
    }

    /** The language that was chosen on a page, otherwise the browser's, otherwise English. */
    String language() {
        Cookie chosen = request.getCookie(LANGUAGE_COOKIE);
        if (chosen != null && ConsoleTexts.LANGUAGES.contains(chosen.getValue())) {
            return chosen.getValue();
        }
        String accepted = Objects.requireNonNullElse(request.getHeader("Accept-Language"), "");
        Locale best = Locale.lookup(ranges(accepted), LOCALES);
        return best == null ? ConsoleTexts.LANGUAGES.get(0) : best.toLanguageTag();
    }

    private static List<Locale.LanguageRange> ranges(String accepted) {
        try {
            return Locale.LanguageRange.parse(accepted);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
