package io.orderjourney.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The committed files below {@code contracts/} on the class path. */
final class ContractFiles {

    /** Read once: tests ask for the samples some ten thousand times. */
    private static final Map<String, Optional<byte[]>> FILES = new ConcurrentHashMap<>();

    private ContractFiles() {}

    static boolean exists(String file) {
        return FILES.computeIfAbsent(file, ContractFiles::read).isPresent();
    }

    /** A copy: tests change what they get. */
    static byte[] bytes(String file) {
        return FILES.computeIfAbsent(file, ContractFiles::read)
                .orElseThrow(() -> new AssertionError("The contract has no file " + file))
                .clone();
    }

    private static Optional<byte[]> read(String file) {
        try (InputStream in = EventTypes.class.getResourceAsStream("/contracts/" + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String file) {
        try {
            return ContractJson.mapper().readTree(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON: " + file, e);
        }
    }
}
