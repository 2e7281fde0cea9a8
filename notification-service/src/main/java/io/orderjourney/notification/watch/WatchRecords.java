package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the watch did and what was said, promise by promise. Every call joins the running transaction. */
public interface WatchRecords {

    Map<UUID, WatchRecord> of(Collection<UUID> promiseIds);

    /** Stores all but what was handed over, which is {@link #handedOver} alone to say. */
    void store(Collection<WatchRecord> records);

    /** Rungs that time reached and nobody acted on yet. */
    Map<UUID, List<ReachedRung>> reached(Collection<UUID> promiseIds);

    void actedOn(Collection<ReachedRung> levels, Instant at);

    /**
     * Remembers a date that was said; of two for the same revision the watch's own stays.
     *
     * @return false if another date stays
     */
    boolean said(SaidDate date);

    /** Every date said about these promises, by promise, in the order of revisions. */
    Map<UUID, List<SaidDate>> said(Collection<UUID> promiseIds);

    /** The customer has this date in hand; the first handover counts. */
    void handedOver(UUID promiseId, int revision, Instant at);

    void broken(UUID promiseId, int revision, Instant at);
}
