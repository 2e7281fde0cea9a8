package io.orderjourney.notification.messages.email;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
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
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Sends e-mails to a mail server over SMTP, over connections that are kept. */
@ApplicationScoped
class EmailChannel implements MessageChannel {

    private static final Logger LOG = Logger.getLogger(EmailChannel.class);

    /** For a whole dialogue about one message. Shorter than the lease of an attempt. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final Result LOST_BEFORE =
            new Result(Outcome.NOT_NOW, "the connection was lost before the mail server had the message");

    private static final Set<Integer> LOGIN_REFUSED = Set.of(530, 534, 535, 538);

    private final MailServer server;
    private final Session session;
    private final SmtpConnections connections;
    private final String shopName;
    private final String from;
    private final InstantSource clock;

    @Inject
    EmailChannel(
            @ConfigProperty(name = "journey.mail.host") String host,
            @ConfigProperty(name = "journey.mail.port") int port,
            @ConfigProperty(name = "journey.mail.security") MailServer.Security security,
            @ConfigProperty(name = "journey.mail.username") Optional<String> username,
            @ConfigProperty(name = "journey.mail.password") Optional<String> password,
            @ConfigProperty(name = "journey.shop.name") String shopName,
            @ConfigProperty(name = "journey.mail.from") String from,
            @ConfigProperty(name = "journey.mail.domain") String domain,
            BusinessClock clock) {
        this(
                new MailServer(host, port, security, username.orElse(null), password.orElse(null), domain),
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                TIMEOUT,
                shopName,
                from,
                clock);
    }

    EmailChannel(
            MailServer server,
            SSLSocketFactory tls,
            Duration timeout,
            String shopName,
            String from,
            InstantSource clock) {
        this.server = server;
        this.session = server.session(tls);
        this.connections = new SmtpConnections(server, session, tls, timeout);
        this.shopName = HeaderText.line(shopName);
        this.from = HeaderText.address(from);
        this.clock = clock;
    }

    @PreDestroy
    void stop() {
        connections.close();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public Result send(Message message) {
        Mail mail;
        try {
            mail = new Mail(session, message, shopName, from, server.domain(), clock.instant());
        } catch (IllegalArgumentException | MessagingException unsafe) {
            return new Result(Outcome.REJECTED, "the address or the title cannot stand in a mail header");
        }
        try {
            SmtpConnection kept = connections.kept();
            Result result = kept == null ? null : send(kept, mail);
            // On a line that broke meanwhile the server has taken nothing: a new one tells more.
            return result == null || result.equals(LOST_BEFORE) ? sendOnNewLine(mail) : result;
        } catch (RuntimeException unexpected) {
            LOG.warnf(unexpected, "Sending message %s to the mail server: outcome unknown", message.reference());
            return new Result(Outcome.UNKNOWN, "the connection to the mail server failed unexpectedly");
        }
    }

    private Result sendOnNewLine(Mail mail) {
        SmtpConnection connection;
        try {
            connection = connections.open();
        } catch (IOException | MessagingException notConnected) {
            // A wrong password, a lost connection: the message can be sent when that is mended.
            LOG.debugf(notConnected, "No connection to the mail server");
            return new Result(Outcome.NOT_NOW, "the mail server cannot be reached, or does not accept us");
        }
        return send(connection, mail);
    }

    private Result send(SmtpConnection connection, Mail mail) {
        boolean accepted = false;
        try {
            connection.send(mail);
            accepted = true;
            return new Result(Outcome.DELIVERED, "accepted by the mail server");
        } catch (MessagingException failed) {
            return refused(failed).orElseGet(() -> connectionLost(connection));
        } finally {
            if (accepted) {
                connections.keep(connection);
            } else {
                connection.close();
            }
        }
    }

    private static Result connectionLost(SmtpConnection connection) {
        return connection.mayHaveAccepted()
                ? new Result(
                        Outcome.UNKNOWN,
                        "the connection was lost before the mail server said whether it accepted the message")
                : LOST_BEFORE;
    }

    /**
     * What a refusal means; empty if there was none. 4xx are temporary. 5xx are final for this message or address, unless the
     * server does not accept us: our sender's address or our login.
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
            return new Result(Outcome.REJECTED, "the mail server rejected it with " + code);
        }
        return new Result(Outcome.NOT_NOW, "the mail server asked to retry later with " + code);
    }
}
