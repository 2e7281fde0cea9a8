package io.orderjourney.notification.answers;

import java.time.Instant;
import java.util.List;

/** Who guesses. Every call joins the running transaction. */
public interface FailedProofs {

    /** How often at most one of these was part of a wrong proof since then. */
    int since(List<String> keys, Instant since);

    /** Remembers a wrong proof, and forgets those before {@code forgetBefore}. */
    void record(List<String> keys, Instant at, Instant forgetBefore);
}
