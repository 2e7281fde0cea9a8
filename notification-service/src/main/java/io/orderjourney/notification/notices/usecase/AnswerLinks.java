package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.notices.AnswerToken;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where customers answer messages. */
@ApplicationScoped
public class AnswerLinks {

    private final String publicUrl;
    private final String secret;

    AnswerLinks(
            @ConfigProperty(name = "journey.public-url") String publicUrl,
            @ConfigProperty(name = "journey.answers.secret") String secret) {
        this.publicUrl = publicUrl;
        this.secret = secret;
    }

    /** A service that could not sign its first delay notice refuses to start. */
    void check(@Observes StartupEvent started) {
        AnswerToken.of(new UUID(0, 0), secret);
    }

    /** The link for one message. Whoever holds it can answer, so it goes to nobody but the customer. */
    public String of(UUID noticeId) {
        return publicUrl + "/api/v1/answers/" + AnswerToken.of(noticeId, secret);
    }

    /** The message that a token names; empty for a token that is not ours. */
    public Optional<UUID> read(String token) {
        return AnswerToken.read(token, secret);
    }
}
