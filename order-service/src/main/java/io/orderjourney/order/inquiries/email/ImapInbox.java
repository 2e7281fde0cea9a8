package io.orderjourney.order.inquiries.email;

import io.orderjourney.order.inquiries.InboundMail;
import io.orderjourney.order.inquiries.MailPolicy.Verdict;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shop's mailbox. A mail leaves the inbox only after what became of it is written down: to the folder of what was taken, or
 * to that of what a person has to look at. A crash in between shows the same mail again, which changes nothing.
 */
final class ImapInbox {

    /** Larger mails are not fetched. */
    static final int SIZE_MAX = 20_000_000;

    private static final String INBOX = "INBOX";
    private static final String TAKEN = "Taken";
    private static final String ASIDE = "Aside";
    private static final int MAILS_A_ROUND = 50;
    private static final String TIMEOUT_MILLIS = "30000";

    /**
     * How the mailbox is reached.
     *
     * @param tls whether the connection is encrypted; only a server of our own network may do without
     */
    record Server(String host, int port, boolean tls, String username, String password) {

        @Override
        public String toString() {
            return "Server[" + host + ":" + port + "]";
        }
    }

    /** Who takes what is read; each call is a transaction of its own. */
    interface Taker {

        Verdict take(InboundMail mail);

        void keepAside(UUID key, String messageId, Verdict why);
    }

    private final Server server;
    private final Taker taker;

    ImapInbox(Server server, Taker taker) {
        this.server = server;
        this.taker = taker;
    }

    /**
     * Takes the oldest mails of the inbox.
     *
     * @return how many there were
     * @throws MessagingException if the server is not there, or breaks off; what was not taken stays in the inbox
     */
    int round() throws MessagingException {
        try (Store store = Session.getInstance(settings()).getStore("imap")) {
            store.connect(server.host(), server.port(), server.username(), server.password());
            Folder taken = folder(store, TAKEN);
            Folder aside = folder(store, ASIDE);
            try (Folder inbox = store.getFolder(INBOX)) {
                inbox.open(Folder.READ_WRITE);
                int count = Math.min(inbox.getMessageCount(), MAILS_A_ROUND);
                for (Message mail : count == 0 ? new Message[0] : inbox.getMessages(1, count)) {
                    Verdict verdict = taken(mail);
                    inbox.copyMessages(new Message[] {mail}, verdict.isKeptAside() ? aside : taken);
                    mail.setFlag(Flags.Flag.DELETED, true);
                }
                return count;
            }
        }
    }

    private Verdict taken(Message mail) throws MessagingException {
        if (mail.getSize() > SIZE_MAX) {
            return keptAside(mail, Verdict.TOO_LARGE);
        }
        InboundMail read = read(mail);
        return read == null ? keptAside(mail, Verdict.UNREADABLE) : taker.take(read);
    }

    private static @Nullable InboundMail read(Message mail) {
        try {
            return MailParser.parse(mail);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            // Whatever is wrong with it, the next mail must not wait for it: a person looks at it.
            return null;
        }
    }

    private Verdict keptAside(Message mail, Verdict why) throws MessagingException {
        String[] ids = mail.getHeader("Message-ID");
        String id = ids == null || ids.length == 0 ? "<without-id>" : Objects.requireNonNullElse(ids[0], "");
        String whole = id + " " + mail.getSize() + " " + mail.getReceivedDate();
        taker.keepAside(UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8)), id, why);
        return why;
    }

    private static Folder folder(Store store, String name) throws MessagingException {
        Folder folder = store.getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("mail.imap.ssl.enable", Boolean.toString(server.tls()));
        settings.put("mail.imap.ssl.checkserveridentity", "true");
        settings.put("mail.imap.connectiontimeout", TIMEOUT_MILLIS);
        settings.put("mail.imap.timeout", TIMEOUT_MILLIS);
        settings.put("mail.imap.writetimeout", TIMEOUT_MILLIS);
        // Programs write what they like: what is nearly right is read.
        settings.put("mail.mime.ignoreunknownencoding", "true");
        settings.put("mail.mime.decodetext.strict", "false");
        return settings;
    }
}
