package io.orderjourney.stack.mail;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real SMTP server that keeps every message it gets, in one file each, and sends none on. */
public final class MailCatcher implements AutoCloseable {

    private final GreenMail server;
    private final Path folder;
    private final List<CaughtMail> kept = new ArrayList<>();
    private final Set<StoredMessage> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private MailCatcher(GreenMail server, Path folder) {
        this.server = server;
        this.folder = folder;
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
        MailCatcher catcher = new MailCatcher(new GreenMail(setup), folder);
        catcher.load();
        catcher.server.start();
        return catcher;
    }

    public int port() {
        return server.getSmtp().getPort();
    }

    /** Every message, oldest first. */
    public synchronized List<CaughtMail> messages() {
        // The server lists mailbox by mailbox, so that what is new may stand anywhere in its list.
        List<StoredMessage> fresh = server.getManagers().getImapHostManager().getAllMessages().stream()
                .filter(received -> !taken.contains(received))
                .sorted(Comparator.comparing(StoredMessage::getReceivedDate))
                .toList();
        for (StoredMessage received : fresh) {
            keep(received.getMimeMessage());
            taken.add(received);
        }
        return List.copyOf(kept);
    }

    /** Messages to this address, oldest first; all when it is null. */
    public List<CaughtMail> messagesTo(@Nullable String address) {
        return messages().stream()
                .filter(mail -> address == null || mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    public Optional<CaughtMail> message(long id) {
        return messages().stream().filter(mail -> mail.id() == id).findFirst();
    }

    private void keep(MimeMessage message) {
        long id = kept.size() + 1L;
        Path file = folder.resolve("%06d.eml".formatted(id));
        try (OutputStream out = Files.newOutputStream(file)) {
            message.writeTo(out);
            kept.add(MailReading.read(id, message));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("A message could not be kept at " + file, e);
        }
    }

    private void load() {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".eml"))
                        .sorted()
                        .toList()) {
                    load(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            kept.add(MailReading.read(kept.size() + 1L, new MimeMessage(null, in)));
        } catch (MessagingException e) {
            throw new IOException("not a message: " + file, e);
        }
    }

    /** Stops it; what came since the last look is kept too. */
    @Override
    public void close() {
        messages();
        server.stop();
    }
}
