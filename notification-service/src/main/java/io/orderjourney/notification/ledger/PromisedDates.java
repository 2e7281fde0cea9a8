package io.orderjourney.notification.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Every date that was promised, and which of them reached the customer. Every call joins the running transaction. */
public interface PromisedDates {

    /**
     * Records a date; of two for the same revision the system's own stays.
     *
     * @return false if another date stays
     */
    boolean record(PromisedDate date);

    /** Every date of these promises, by promise, in the order of revisions. */
    Map<UUID, List<PromisedDate>> of(Collection<UUID> promiseIds);

    /** The latest revision of each of these promises that the customer was told, or is being told; 0 if left out. */
    Map<UUID, Integer> announced(Collection<UUID> promiseIds);

    /** The customer has this date in hand; the first delivery counts. */
    void delivered(UUID promiseId, int revision, Instant at);

    /** The date passed unkept and without notice; the first time counts. */
    void missed(UUID promiseId, int revision, Instant at);
}
