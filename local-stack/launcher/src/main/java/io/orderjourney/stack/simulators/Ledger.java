package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.servers.PrivateFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a simulator was asked, in order: an independent record to compare the services with. It is only ever appended to, one
 * JSON object per line, and outlives the simulator. Nothing of it stays in memory.
 */
public final class Ledger implements AutoCloseable {

    private final InstantSource clock;
    private final Path path;
    private final FileChannel file;
    private long count;

    private Ledger(InstantSource clock, Path path, FileChannel file, long count) {
        this.clock = clock;
        this.path = path;
        this.file = file;
        this.count = count;
    }

    /** The ledger kept in this file, with what is in it already. */
    public static Ledger at(Path path, InstantSource clock) {
        try {
            FileChannel file = FileChannel.open(PrivateFiles.file(path), StandardOpenOption.WRITE);
            // A line cut off by a crash was never acknowledged to anybody.
            Lines whole = Lines.of(path);
            file.truncate(whole.bytes());
            file.position(whole.bytes());
            return new Ledger(clock, path, file, whole.count());
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be opened", e);
        }
    }

    /** The lines of a file that are complete. */
    private record Lines(long count, long bytes) {

        static Lines of(Path path) throws IOException {
            byte[] buffer = new byte[64 * 1024];
            long count = 0;
            long bytes = 0;
            long position = 0;
            try (InputStream in = Files.newInputStream(path)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    for (int i = 0; i < read; i++) {
                        position++;
                        if (buffer[i] == '\n') {
                            count++;
                            bytes = position;
                        }
                    }
                }
            }
            return new Lines(count, bytes);
        }
    }

    /** Appends one entry; it is in the file before this returns. */
    public synchronized LedgerEntry write(String kind, String reference, Object detail) {
        JsonNode node = Json.MAPPER.valueToTree(detail);
        LedgerEntry entry = new LedgerEntry(count + 1, clock.instant(), Instant.now(), kind, reference, node);
        ByteBuffer line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count++;
        return entry;
    }

    /** Reads everything so far, oldest first. */
    public void forEach(Consumer<LedgerEntry> reader) {
        readWhile(entry -> {
            reader.accept(entry);
            return true;
        });
    }

    /** The first entries with a higher number that the filter wants, oldest first. */
    public List<LedgerEntry> entries(long after, int limit, Predicate<LedgerEntry> filter) {
        List<LedgerEntry> entries = new ArrayList<>();
        readWhile(entry -> {
            if (entry.number() > after && filter.test(entry)) {
                entries.add(entry);
            }
            return entries.size() < limit;
        });
        return entries;
    }

    private synchronized void readWhile(Predicate<LedgerEntry> more) {
        try (BufferedReader lines = Files.newBufferedReader(path)) {
            boolean going = true;
            for (String line = lines.readLine(); going && line != null; line = lines.readLine()) {
                going = more.test(Json.MAPPER.readValue(line, LedgerEntry.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
