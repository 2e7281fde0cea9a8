package io.orderjourney.order.inquiries.email;

import io.orderjourney.messaging.loops.BackgroundLoop;
import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import io.orderjourney.order.inquiries.usecase.TakeMailHandler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Looks into the shop's mailbox every few seconds, where one is set. Two replicas that look at once take each mail once. */
@Singleton
public class InboxLoop {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);

    private final @Nullable ImapInbox inbox;
    private final BackgroundLoop loop = new BackgroundLoop("mail-in", this::round);

    InboxLoop(
            TakeMailHandler handler,
            @ConfigProperty(name = "journey.mail-in.host") Optional<String> host,
            @ConfigProperty(name = "journey.mail-in.port") int port,
            @ConfigProperty(name = "journey.mail-in.tls") boolean tls,
            @ConfigProperty(name = "journey.mail-in.username") Optional<String> username,
            @ConfigProperty(name = "journey.mail-in.password") Optional<String> password) {
        this.inbox = host.map(name -> new ImapInbox(
                        new ImapInbox.Server(name, port, tls, username.orElse(""), password.orElse("")),
                        takerOf(handler)))
                .orElse(null);
    }

    private static ImapInbox.Taker takerOf(TakeMailHandler handler) {
        return new ImapInbox.Taker() {
            @Override
            public Verdict take(InboundMail mail) {
                return handler.take(mail);
            }

            @Override
            public void keepAside(UUID key, String messageId, Verdict why) {
                handler.keepAside(key, messageId, why);
            }
        };
    }

    void start(@Observes StartupEvent started) {
        if (inbox != null) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent ending) {
        loop.stop(END_WITHIN);
    }

    private void round() throws Exception {
        if (inbox != null && inbox.round() == 0) {
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
