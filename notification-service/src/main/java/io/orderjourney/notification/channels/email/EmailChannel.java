package io.orderjourney.notification.channels.email;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Hands e-mails to a mail server over SMTP. The Message-ID is the same in every attempt. */
@ApplicationScoped
class EmailChannel implements MessageChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

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

    /**
     * What an SMTP failure means. A server that cannot be reached, or that does not accept us (a wrong password, a sender it
     * does not know), has taken nothing and will when that is put right. 4xx come again; 5xx are about this message or
     * address, and come never. Once the dialogue breaks off nobody can tell.
     */
    static Result resultOf(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException || cause instanceof java.util.concurrent.TimeoutException) {
                return new Result(Outcome.UNKNOWN, "the mail server did not answer in time");
            }
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new Result(Outcome.NOT_NOW, "the mail server cannot be reached");
            }
            if (cause instanceof SMTPException refused && refused.getReplyCode() >= 400) {
                return resultOf(refused);
            }
        }
        return new Result(Outcome.UNKNOWN, "the dialogue with the mail server broke off");
    }

    private static Result resultOf(SMTPException refused) {
        int code = refused.getReplyCode();
        boolean aboutUs = LOGIN_REFUSED.contains(code)
                || String.valueOf(refused.getMessage()).startsWith("sender address not accepted");
        if (code >= 500 && !aboutUs) {
            return new Result(Outcome.REJECTED, "the mail server refused it for good with " + code);
        }
        return new Result(Outcome.NOT_NOW, "the mail server asked to come again with " + code);
    }
}
