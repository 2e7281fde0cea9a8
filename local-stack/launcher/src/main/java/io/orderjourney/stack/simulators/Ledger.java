package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.stack.http.Json;
import io.orderjourney.stack.servers.PrivateFiles;
import java.io.IOException;
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

/**
 * What a simulator was asked, in order: an independent record to compare the services with. It is only ever appended
 * to, one JSON object per line, and outlives the simulator.
 */
public final class Ledger implements AutoCloseable {

    private final InstantSource clock;
    private final FileChannel file;
    private final List<LedgerEntry> entries = new ArrayList<>();

    private Ledger(InstantSource clock, FileChannel file, List<LedgerEntry> entries) {
        this.clock = clock;
        this.file = file;
        this.entries.addAll(entries);
    }

    /** The ledger kept in this file, with what is in it already. */
    public static Ledger at(Path path, InstantSource clock) {
        try {
            PrivateFiles.folder(path.toAbsolutePath().getParent());
            List<LedgerEntry> found = new ArrayList<>();
            long wholeBytes = read(path, found);
            FileChannel file = FileChannel.open(PrivateFiles.file(path), StandardOpenOption.WRITE);
            // A line cut off by a crash was never acknowledged to anybody.
            file.truncate(wholeBytes);
            file.position(wholeBytes);
            return new Ledger(clock, file, found);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger " + path + " cannot be opened", e);
        }
    }

    private static long read(Path path, List<LedgerEntry> found) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        String text = Files.readString(path);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.lines().toList()) {
            found.add(Json.MAPPER.readValue(line, LedgerEntry.class));
        }
        return whole.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Appends one entry; it is in the file before this returns. */
    public synchronized LedgerEntry write(String kind, String reference, Object detail) {
        JsonNode node = Json.MAPPER.valueToTree(detail);
        LedgerEntry entry = new LedgerEntry(entries.size() + 1L, clock.instant(), Instant.now(), kind, reference, node);
        ByteBuffer line = ByteBuffer.wrap((Json.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entries.add(entry);
        return entry;
    }

    /** Everything so far, oldest first. */
    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries);
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
