package io.orderjourney.notification.channels.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jboss.logging.Logger;

/**
 * One dialogue with the mail server about one message. The line is ours from the first byte, so that a server that hangs,
 * wherever it does, ends with our patience: closing the line ends every read and write on it, and leaves nothing behind for
 * the next message.
 */
final class SmtpDialogue implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpDialogue.class);

    private final MailServer server;
    private final SSLSocketFactory tls;
    private final Duration patience;
    private final Socket line = new Socket();
    private final Transport transport;
    private final Future<?> hangUp;

    /**
     * A dialogue that is still to {@link #begin}.
     *
     * @param session what the server is told in every dialogue
     * @param tls who vouches for the server
     * @param timer hangs up when the dialogue takes longer than our patience
     */
    SmtpDialogue(
            MailServer server,
            Session session,
            SSLSocketFactory tls,
            Duration patience,
            ScheduledExecutorService timer) {
        this.server = server;
        this.tls = tls;
        this.patience = patience;
        this.transport = new Transport(session);
        this.hangUp = timer.schedule(this::closeLine, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Reaches the server, secures the line and logs in. Nothing was said about any message yet.
     *
     * @throws IOException if the server cannot be reached, or is not who it should be
     * @throws MessagingException if it does not talk with us
     */
    void begin() throws IOException, MessagingException {
        // It keeps its name, which the certificate must bear: nobody looks the name up backwards.
        byte[] address = InetAddress.getByName(server.host()).getAddress();
        InetAddress named = InetAddress.getByAddress(server.host(), address);
        line.connect(new InetSocketAddress(named, server.port()), Math.toIntExact(patience.toMillis()));
        transport.connect(server.security() == MailServer.Security.TLS ? secured() : line);
    }

    /** @throws MessagingException if it was not taken, or {@link #mayHaveTakenIt nobody can tell} */
    void send(MimeMessage mail) throws MessagingException {
        transport.sendMessage(mail, mail.getAllRecipients());
    }

    /** Whether the server has the whole message: it answers for it from then on, and not a word earlier (RFC 5321, 6.1). */
    boolean mayHaveTakenIt() {
        return transport.ended;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException farewell) {
            // What became of the message is known by now.
            LOG.debugf(
                    "The farewell to the mail server failed: %s",
                    farewell.getClass().getSimpleName());
        } finally {
            hangUp.cancel(false);
            closeLine();
        }
    }

    private void closeLine() {
        try {
            line.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Socket secured() throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(line, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Remembers whether the end of the message was said. */
    private static final class Transport extends SMTPTransport {

        private boolean ended;

        Transport(Session session) {
            super(session, null);
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            ended = true;
            super.finishData();
        }
    }
}
