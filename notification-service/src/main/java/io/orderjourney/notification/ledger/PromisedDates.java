package io.orderjourney.notification.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Every date that was promised, and which of them reached the customer. Every call joins the running transaction. */
public interface PromisedDates {

    /**
     * Records a date; of two for the same revision the customer's own word stays, and otherwise the system's.
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

    /** Another date takes the place of the one that the watch decided on at this revision: what was announced of it is open. */
    void decideAgain(UUID promiseId, int revision);

    /** The date was given up: a next update takes its place. */
    void undated(UUID promiseId, int revision, Instant at);

    /** Open promises of a journey whose date was given up, and that have no other yet. */
    Set<UUID> undated(UUID journeyId);

    /** The customer holds the next update that takes the place of the dates that were given up in this journey. */
    void updateDelivered(UUID journeyId, Instant at);

    /** The customer has to act first: no date of this promise binds the shop. The first time counts. */
    void released(UUID promiseId, Instant at);

    /** The customer acted in time: the date binds the shop again. */
    void restored(UUID promiseId, int revision);

    /** The date passed unkept and without notice; the first time counts. */
    void missed(UUID promiseId, int revision, Instant at);
}
