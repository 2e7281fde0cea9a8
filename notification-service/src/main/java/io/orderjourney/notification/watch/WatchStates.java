package io.orderjourney.notification.watch;

import io.orderjourney.contracts.EscalationLevel;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the watch did, promise by promise. Every call joins the running transaction. */
public interface WatchStates {

    /** Time reached an escalation level of a promise that was not kept; nobody acted on it yet. */
    record EscalationReached(UUID promiseId, int revision, EscalationLevel level) {}

    Map<UUID, WatchState> of(Collection<UUID> promiseIds);

    /** Stores all but the confirmed revision, which changes only when a message is delivered. */
    void store(Collection<WatchState> states);

    /** Escalation levels that time reached and nobody acted on yet. */
    Map<UUID, List<EscalationReached>> reached(Collection<UUID> promiseIds);

    void actedOn(Collection<EscalationReached> reached, Instant at);
}
