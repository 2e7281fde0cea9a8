package io.orderjourney.notification.channels.email;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands e-mails to a mail server over SMTP. The Message-ID is the same in every attempt. */
@ApplicationScoped
class EmailChannel implements MessageChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ReactiveMailer mailer;
    private final String from;
    private final String domain;

    EmailChannel(
            ReactiveMailer mailer,
            @ConfigProperty(name = "journey.mail.from") String from,
            @ConfigProperty(name = "journey.mail.domain") String domain) {
        this.mailer = mailer;
        this.from = from;
        this.domain = domain;
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Result send(Message message) {
        Mail mail;
        try {
            mail = Mail.withText(HeaderText.address(message.to()), HeaderText.line(message.title()), message.text())
                    .setHtml(message.html())
                    .setFrom(from)
                    .addHeader("Message-ID", "<" + HeaderText.line(message.reference()) + "@" + domain + ">")
                    .addHeader("Auto-Submitted", "auto-generated");
        } catch (IllegalArgumentException unsafe) {
            return new Result(Outcome.REJECTED, "the address or the title cannot stand in a mail header");
        }
        try {
            mailer.send(mail).await().atMost(PATIENCE);
            return new Result(Outcome.HANDED_OVER, "accepted by the mail server");
        } catch (RuntimeException failed) {
            LOG.debugf(failed, "The mail server did not take message %s", message.reference());
            return resultOf(failed);
        }
    }

    /** What an SMTP failure means: 4xx come again, 5xx never, and after the data was sent nobody can tell. */
    static Result resultOf(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof java.util.concurrent.TimeoutException) {
                return new Result(Outcome.UNKNOWN, "the mail server did not answer in time");
            }
            if (cause instanceof ConnectException) {
                return new Result(Outcome.NOT_NOW, "the mail server cannot be reached");
            }
            String text = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
            if (text.matches("(?s).*\\b5\\d\\d[ -].*")) {
                return new Result(Outcome.REJECTED, "the mail server refused it for good");
            }
            if (text.matches("(?s).*\\b4\\d\\d[ -].*")) {
                return new Result(Outcome.NOT_NOW, "the mail server asked to come again");
            }
        }
        return new Result(Outcome.UNKNOWN, "the dialogue with the mail server broke off");
    }
}
