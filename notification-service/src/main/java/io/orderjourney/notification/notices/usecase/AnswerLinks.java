package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.KeyRing;
import io.orderjourney.notification.notices.AnswerToken;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where customers see how their order stands, and answer messages. */
@ApplicationScoped
public class AnswerLinks {

    private final String publicUrl;
    private final KeyRing keys;

    AnswerLinks(
            @ConfigProperty(name = "journey.public-url") String publicUrl,
            @ConfigProperty(name = "journey.answers.secret") String secret) {
        this.publicUrl = publicUrl;
        this.keys = KeyRing.of(secret, "answer links");
    }

    /** A service that could not sign its first delay notice refuses to start. */
    void check(@Observes StartupEvent started) {
        AnswerToken.of(0, keys);
    }

    /** The link in the message with this number. The holder can answer, so it goes to the customer only. */
    public String of(long number) {
        return publicUrl + "/o/" + AnswerToken.of(number, keys);
    }

    /** The link to the questions about how it was. */
    public String ofFeedback(long number) {
        return of(number) + "/feedback";
    }

    /** The link to the order's dates for a calendar. */
    public String ofCalendar(long number) {
        return of(number) + "/calendar.ics";
    }

    /** The number of the message that a token names; empty for a token that is not ours. */
    public OptionalLong read(String token) {
        return AnswerToken.read(token, keys);
    }
}
