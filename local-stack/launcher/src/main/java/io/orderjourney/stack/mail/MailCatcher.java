package io.orderjourney.stack.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserImpl;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real SMTP server that sends no message on. Each message is on the disk before the sender gets its 250, and nowhere in the
 * server's memory afterwards; what cannot be written is answered with 451, so that the sender keeps it.
 */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final MailStore store;

    private MailCatcher(GreenMail server, MailStore store) {
        this.server = server;
        this.store = store;
    }

    /**
     * Starts it, with the messages of earlier runs.
     *
     * @param port 0 for a free one
     * @param folder where the messages are kept
     */
    public static MailCatcher start(int port, Path folder) {
        ServerSetup setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        GreenMail server = new GreenMail(setup);
        MailCatcher catcher = new MailCatcher(server, MailStore.in(folder));
        server.getUserManager().setMessageDeliveryHandler(catcher::take);
        server.start();
        return catcher;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** How many messages there are; their ids are 1 to this number. */
    public long count() {
        return store.count();
    }

    public Optional<CaughtMail> message(long id) {
        return store.find(id);
    }

    /**
     * The messages that follow one, oldest first.
     *
     * @param id 0 to begin with the first
     * @param to only those to this address; null for all
     * @param limit at most so many
     */
    public List<CaughtMail> messagesAfter(long id, @Nullable String to, int limit) {
        return store.after(id, to, limit);
    }

    /**
     * The messages that precede one, newest first.
     *
     * @param id {@link Long#MAX_VALUE} to begin with the last
     * @param to only those to this address; null for all
     * @param limit at most so many
     */
    public List<CaughtMail> messagesBefore(long id, @Nullable String to, int limit) {
        return store.before(id, to, limit);
    }

    /** Called once for each recipient, while the sender waits. */
    private GreenMailUser take(MovingMessage message, MailAddress recipient) throws MessagingException {
        if (recipient.equals(message.getToAddresses().iterator().next())) {
            try {
                store.keep(message.getMessage());
            } catch (IOException e) {
                throw new UncheckedIOException("A message could not be written", e);
            }
        }
        return new NoMailbox(recipient);
    }

    /** Stops it. */
    @Override
    public void close() {
        server.stop();
    }

    /** The server's own mailbox of a recipient, which keeps nothing. */
    private static final class NoMailbox extends UserImpl {

        NoMailbox(MailAddress recipient) {
            super(recipient.getEmail(), recipient.getEmail(), "", null);
        }

        @Override
        public void deliver(MovingMessage message) {
            // It is on the disk already.
        }

        @Override
        public void deliver(MimeMessage message) {
            // It is on the disk already.
        }
    }
}
