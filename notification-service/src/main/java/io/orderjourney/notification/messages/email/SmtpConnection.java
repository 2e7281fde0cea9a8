package io.orderjourney.notification.messages.email;

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
 * One connection to the mail server, for one message at a time. The socket is ours from the first byte, so that a server that
 * hangs, wherever it does, is left after the timeout: closing the socket ends every read and write on it, and leaves nothing
 * behind for the next message.
 */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SmtpConnection.class);

    private final MailServer server;
    private final SSLSocketFactory tls;
    private final Duration timeout;
    private final Socket socket = new Socket();
    private final Transport transport;
    private final ScheduledExecutorService timer;
    private Future<?> hangUp;
    private int sent;
    private long idleSinceNanos;

    /**
     * A connection that is still to {@link #open}.
     *
     * @param session the settings of every connection
     * @param tls decides which servers are trusted
     * @param timer closes the socket after the timeout
     */
    SmtpConnection(
            MailServer server,
            Session session,
            SSLSocketFactory tls,
            Duration timeout,
            ScheduledExecutorService timer) {
        this.server = server;
        this.tls = tls;
        this.timeout = timeout;
        this.transport = new Transport(session);
        this.timer = timer;
        this.hangUp = hangUpLater();
    }

    private Future<?> hangUpLater() {
        return timer.schedule(this::closeSocket, timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Reaches the server, secures the connection and logs in. No message was sent yet.
     *
     * @throws IOException if the server cannot be reached, or is not who it should be
     * @throws MessagingException if it does not accept us
     */
    void open() throws IOException, MessagingException {
        // The address keeps its name, which the certificate must carry: without a reverse lookup.
        byte[] address = InetAddress.getByName(server.host()).getAddress();
        InetAddress named = InetAddress.getByAddress(server.host(), address);
        socket.connect(new InetSocketAddress(named, server.port()), Math.toIntExact(timeout.toMillis()));
        transport.connect(server.security() == MailServer.Security.TLS ? secured() : socket);
    }

    /** @throws MessagingException if it was not accepted, or {@link #mayHaveAccepted the outcome is unknown} */
    void send(MimeMessage mail) throws MessagingException {
        transport.ended = false;
        transport.sendMessage(mail, mail.getAllRecipients());
        sent++;
    }

    /** Nothing is said on it until {@link #resume}; the server may take its time. */
    void rest() {
        hangUp.cancel(false);
        idleSinceNanos = System.nanoTime();
    }

    /** A new dialogue begins, with a time of its own. @return whether the server still answers */
    boolean resume() {
        hangUp = hangUpLater();
        return transport.isConnected();
    }

    /** How many messages the server accepted on it. */
    int sent() {
        return sent;
    }

    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - idleSinceNanos);
    }

    /** Whether the server has the whole message: only from then on it is responsible for it (RFC 5321, 6.1). */
    boolean mayHaveAccepted() {
        return transport.ended;
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException failed) {
            // The outcome for the message is known by now.
            LOG.debugf(
                    "Closing the connection to the mail server failed: %s",
                    failed.getClass().getSimpleName());
        } finally {
            hangUp.cancel(false);
            closeSocket();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Socket secured() throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Remembers whether the end of the message was sent. */
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
