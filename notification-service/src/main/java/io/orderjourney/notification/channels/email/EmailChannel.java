package io.orderjourney.notification.channels.email;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.orderjourney.time.BusinessClock;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands e-mails to a mail server over SMTP, each in a dialogue of its own. */
@ApplicationScoped
class EmailChannel implements MessageChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    /** For a whole dialogue. Shorter than the lease of an attempt. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

    private final MailServer server;
    private final Session session;
    private final SSLSocketFactory tls;
    private final Duration patience;
    private final String from;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "mail-hang-up");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    EmailChannel(
            @ConfigProperty(name = "journey.mail.host") String host,
            @ConfigProperty(name = "journey.mail.port") int port,
            @ConfigProperty(name = "journey.mail.security") MailServer.Security security,
            @ConfigProperty(name = "journey.mail.username") Optional<String> username,
            @ConfigProperty(name = "journey.mail.password") Optional<String> password,
            @ConfigProperty(name = "journey.mail.from") String from,
            @ConfigProperty(name = "journey.mail.domain") String domain,
            BusinessClock clock) {
        this(
                new MailServer(host, port, security, username.orElse(null), password.orElse(null), domain),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                PATIENCE,
                from,
                clock);
    }

    EmailChannel(MailServer server, SSLSocketFactory tls, Duration patience, String from, InstantSource clock) {
        this.server = server;
        this.session = server.session(tls);
        this.tls = tls;
        this.patience = patience;
        this.from = HeaderText.address(from);
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Result send(Message message) {
        Mail mail;
        try {
            mail = new Mail(session, message, from, server.domain(), clock.instant());
        } catch (IllegalArgumentException | MessagingException unsafe) {
            return new Result(Outcome.REJECTED, "the address or the title cannot stand in a mail header");
        }
        try (SmtpDialogue dialogue = new SmtpDialogue(server, session, tls, patience, timer)) {
            return inThis(dialogue, mail);
        } catch (RuntimeException unexpected) {
            LOG.warnf(
                    unexpected, "The mail server was asked about message %s with an unclear end", message.reference());
            return new Result(Outcome.UNKNOWN, "the dialogue with the mail server ended unexpectedly");
        }
    }

    private static Result inThis(SmtpDialogue dialogue, Mail mail) {
        try {
            dialogue.begin();
        } catch (IOException | MessagingException notBegun) {
            // A wrong password, a broken line: whatever it was, it will be taken when that is put right.
            LOG.debugf(notBegun, "No dialogue with the mail server");
            return new Result(Outcome.NOT_NOW, "the mail server cannot be reached, or does not accept us");
        }
        try {
            dialogue.send(mail);
            return new Result(Outcome.HANDED_OVER, "accepted by the mail server");
        } catch (MessagingException failed) {
            return refused(failed).orElseGet(() -> brokenOff(dialogue));
        }
    }

    private static Result brokenOff(SmtpDialogue dialogue) {
        return dialogue.mayHaveTakenIt()
                ? new Result(Outcome.UNKNOWN, "the mail server broke off before it said whether it took the message")
                : new Result(Outcome.NOT_NOW, "the mail server broke off before it had the message");
    }

    /**
     * What a refusal means; empty if there was none. 4xx come again. 5xx are about this message or address and come never,
     * unless the server does not accept us: our sender's address or our login.
     */
    private static Optional<Result> refused(MessagingException failed) {
        for (Exception cause = failed;
                cause instanceof MessagingException chained;
                cause = chained.getNextException()) {
            if (cause instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= 400) {
                return Optional.of(refusedWith(refused.getReturnCode(), false));
            }
            if (cause instanceof SMTPSendFailedException refused && refused.getReturnCode() >= 400) {
                return Optional.of(refusedWith(
                        refused.getReturnCode(), refused.getCommand().startsWith("MAIL")));
            }
        }
        return Optional.empty();
    }

    private static Result refusedWith(int code, boolean ourSender) {
        if (code >= 500 && !ourSender && !LOGIN_REFUSED.contains(code)) {
            return new Result(Outcome.REJECTED, "the mail server refused it for good with " + code);
        }
        return new Result(Outcome.NOT_NOW, "the mail server asked to come again with " + code);
    }
}
