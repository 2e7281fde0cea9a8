package io.orderjourney.stack.mail;

import io.orderjourney.stack.servers.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;

/** Who got which message: a file with one line for each message, so that a search reads no message and holds no list. */
final class RecipientIndex {

    private static final String NAME = "recipients.txt";

    private final Path file;
    private long count;

    private RecipientIndex(Path file, long count) {
        this.file = file;
        this.count = count;
    }

    /** The index of this folder; one that does not belong to its messages is begun again. */
    static RecipientIndex in(Path folder, long messages) throws IOException {
        Path file = folder.resolve(NAME);
        long lines = Files.exists(file) && endsWithNewline(file) ? lines(file) : -1;
        if (lines < 0 || lines > messages) {
            PrivateFiles.write(file, "");
            lines = 0;
        }
        return new RecipientIndex(file, lines);
    }

    private static boolean endsWithNewline(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return all.length == 0 || all[all.length - 1] == '\n';
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    /** Messages that have a line. */
    long count() {
        return count;
    }

    /** Adds the next message. */
    void add(long id, List<String> recipients) throws IOException {
        if (id != count + 1) {
            throw new IllegalArgumentException("Message " + id + " follows message " + count);
        }
        String line = id + " " + String.join(" ", recipients).toLowerCase(Locale.ROOT) + "\n";
        Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        count = id;
    }

    /** Passes the number of each message to this address, oldest first, until the consumer returns false. */
    void eachTo(String address, LongPredicate more) {
        String wanted = address.toLowerCase(Locale.ROOT);
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(" ");
                boolean matches = List.of(fields).subList(1, fields.length).contains(wanted);
                if (matches && !more.test(Long.parseLong(fields[0]))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
