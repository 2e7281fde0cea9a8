package io.orderjourney.notification.messages.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Connections to the mail server. One on which the server accepted a message is kept for the next one, and asked whether it
 * still answers before it is used; after anything else it is closed. There are as many as messages are sent at once.
 */
final class SmtpConnections {

    /** Servers close an idle line after minutes; we are earlier. */
    private static final Duration IDLE_MAX = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Many servers take no more than so many on one line. */
    private static final int MESSAGES_MAX = 100;

    private final MailServer server;
    private final Session session;
    private final SSLSocketFactory tls;
    private final Duration timeout;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "mail-hang-up");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param session the settings of every connection
     * @param tls decides which servers are trusted
     * @param timeout for one dialogue, from its first word
     */
    SmtpConnections(MailServer server, Session session, SSLSocketFactory tls, Duration timeout) {
        this.server = server;
        this.session = session;
        this.tls = tls;
        this.timeout = timeout;
        timer.setRemoveOnCancelPolicy(true);
        timer.scheduleWithFixedDelay(
                this::closeIdle, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One that was kept and still answers; null if there is none. */
    @Nullable
    SmtpConnection kept() {
        for (SmtpConnection connection = next(); connection != null; connection = next()) {
            if (connection.resume()) {
                return connection;
            }
            connection.close();
        }
        return null;
    }

    /**
     * A new one.
     *
     * @throws IOException if the server cannot be reached, or is not who it should be
     * @throws MessagingException if it does not accept us
     */
    SmtpConnection open() throws IOException, MessagingException {
        SmtpConnection connection = new SmtpConnection(server, session, tls, timeout, timer);
        boolean open = false;
        try {
            connection.open();
            open = true;
            return connection;
        } finally {
            if (!open) {
                connection.close();
            }
        }
    }

    /** The server accepted a message on it: the next one may follow. */
    void keep(SmtpConnection connection) {
        if (connection.sent() >= MESSAGES_MAX) {
            connection.close();
            return;
        }
        connection.rest();
        synchronized (idle) {
            idle.push(connection);
        }
    }

    void close() {
        timer.shutdownNow();
        for (SmtpConnection connection = next(); connection != null; connection = next()) {
            connection.close();
        }
    }

    private @Nullable SmtpConnection next() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private void closeIdle() {
        List<SmtpConnection> tooLong = new ArrayList<>();
        synchronized (idle) {
            idle.forEach(connection -> {
                if (connection.idle().compareTo(IDLE_MAX) >= 0) {
                    tooLong.add(connection);
                }
            });
            idle.removeAll(tooLong);
        }
        tooLong.forEach(SmtpConnection::close);
    }
}
