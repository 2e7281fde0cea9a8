package io.orderjourney.notification.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The registered heartbeats. Every call joins the running transaction. */
public interface Heartbeats {

    /** Registers it, or changes it; with another key only that one is good. */
    void put(Heartbeat heartbeat, byte[] keyHash);

    /** The one with this name, if this is its key; it is locked until this transaction ends. */
    Optional<Heartbeat> findForChange(String name);

    /** SHA-256 of its key. */
    byte[] keyHash(String name);

    void change(Heartbeat heartbeat);

    /** @return false if there was none */
    boolean remove(String name);

    List<Heartbeat> all();

    /** Some that should have spoken by now; locked. */
    List<Heartbeat> takeOverdue(Instant now, int atMost);

    /** When the next one is silent if it does not speak; null if none is expected. */
    @Nullable
    Instant nextAt();
}
