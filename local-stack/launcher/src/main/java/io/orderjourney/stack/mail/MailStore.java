package io.orderjourney.stack.mail;

import io.orderjourney.stack.servers.PrivateFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The caught messages on disk, one file each, numbered 1, 2, 3. Memory holds only the messages that were looked at last, so
 * that a month of mails costs no more of it than a day of them.
 */
final class MailStore {

    /** Messages that stay parsed: a little more than one page. */
    static final int CACHE_MAX = 64;

    private final Path folder;
    private final RecipientIndex recipients;
    private final Map<Long, CaughtMail> cache = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, CaughtMail> eldest) {
            return size() > CACHE_MAX;
        }
    };
    private long count;

    private MailStore(Path folder, RecipientIndex recipients, long count) {
        this.folder = folder;
        this.recipients = recipients;
        this.count = count;
    }

    /** The messages kept in this folder, of earlier runs too. */
    static MailStore in(Path folder) {
        try {
            PrivateFiles.folder(folder);
            long count = countIn(folder);
            RecipientIndex recipients = RecipientIndex.in(folder, count);
            MailStore store = new MailStore(folder, recipients, count);
            // A run that was killed between the two writes leaves a message without its line in the index.
            for (long id = recipients.count() + 1; id <= count; id++) {
                recipients.add(id, store.read(id).to());
            }
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("The mail in " + folder + " cannot be read", e);
        }
    }

    private static long countIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{6,}\\.eml"))
                    .mapToLong(name -> Long.parseLong(name.substring(0, name.length() - ".eml".length())))
                    .max()
                    .orElse(0);
        }
    }

    /** Keeps a message; it is on the disk when this returns. */
    synchronized void keep(MimeMessage message) throws IOException, MessagingException {
        long id = count + 1;
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        message.writeTo(raw);
        CaughtMail mail = MailReading.read(id, message);
        PrivateFiles.write(file(id), raw.toByteArray());
        count = id;
        recipients.add(id, mail.to());
    }

    synchronized long count() {
        return count;
    }

    /** How many messages are held in memory. */
    synchronized int cached() {
        return cache.size();
    }

    synchronized Optional<CaughtMail> find(long id) {
        return id < 1 || id > count ? Optional.empty() : Optional.of(read(id));
    }

    /** The first messages with a higher number, oldest first. */
    synchronized List<CaughtMail> after(long id, @Nullable String to, int limit) {
        List<Long> ids = new ArrayList<>();
        matching(to, number -> {
            if (number > id) {
                ids.add(number);
            }
            return ids.size() < limit;
        });
        return ids.stream().map(this::read).toList();
    }

    /** The last messages with a lower number, newest first. */
    synchronized List<CaughtMail> before(long id, @Nullable String to, int limit) {
        Deque<Long> ids = new ArrayDeque<>();
        matching(to, number -> {
            if (number >= id) {
                return false;
            }
            ids.addLast(number);
            if (ids.size() > limit) {
                ids.removeFirst();
            }
            return true;
        });
        List<Long> newestFirst = new ArrayList<>(ids);
        Collections.reverse(newestFirst);
        return newestFirst.stream().map(this::read).toList();
    }

    /** Passes the number of each message to this address (of all for null), oldest first, until the consumer returns false. */
    private void matching(@Nullable String to, LongPredicate more) {
        if (to != null) {
            recipients.eachTo(to, more);
            return;
        }
        for (long id = 1; id <= count && more.test(id); id++) {
            // The predicate has taken it.
        }
    }

    private CaughtMail read(long id) {
        CaughtMail known = cache.get(id);
        if (known != null) {
            return known;
        }
        try (InputStream in = Files.newInputStream(file(id))) {
            CaughtMail mail = MailReading.read(id, new MimeMessage(null, in));
            cache.put(id, mail);
            return mail;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException("Message " + id + " cannot be read from " + file(id), e);
        }
    }

    private Path file(long id) {
        return folder.resolve("%06d.eml".formatted(id));
    }
}
