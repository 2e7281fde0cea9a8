package io.orderjourney.rest.testing;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Calls an operation as every role that the document does not name, and as nobody: what is closed must be closed. */
final class RoleMatrix {

    private static final String NOBODY = "nobody";

    private final RawHttp http;
    private final Map<String, String> tokens;

    /** @param tokens one for each role */
    RoleMatrix(RawHttp http, Map<String, String> tokens) {
        this.http = http;
        this.tokens = new TreeMap<>(tokens);
    }

    /**
     * @param good a request that one of the operation's own roles may send
     * @param failures gets a line for each role that was let in
     */
    void probe(Operation operation, Draft good, List<String> failures) throws IOException {
        for (Map.Entry<String, String> token : tokens.entrySet()) {
            if (!operation.roles().contains(token.getKey())) {
                good.set("Authorization", "Bearer " + token.getValue());
                require(403, operation, token.getKey(), good, failures);
            }
        }
        good.remove("Authorization");
        require(401, operation, NOBODY, good, failures);
    }

    private void require(int status, Operation operation, String caller, Draft draft, List<String> failures)
            throws IOException {
        int answered = http.exchange(draft.bytes()).status();
        if (answered != status) {
            failures.add(operation + " answers " + answered + " to " + caller + ", not " + status);
        }
    }
}
