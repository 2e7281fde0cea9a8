package io.orderjourney.contracts.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.ContractJson;
import io.orderjourney.contracts.EventTypes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The committed files below {@code contracts/} on the class path. */
final class ContractFiles {

    private ContractFiles() {}

    static boolean exists(String file) {
        return EventTypes.class.getResource("/contracts/" + file) != null;
    }

    static byte[] bytes(String file) {
        try (InputStream in = EventTypes.class.getResourceAsStream("/contracts/" + file)) {
            if (in == null) {
                throw new AssertionError("The contract has no file " + file);
            }
            return in.readAllBytes();
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
