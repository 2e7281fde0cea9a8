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
     * Records dates; of two for the same revision the customer's own word stays, and otherwise the system's.
     *
     * @return those that stand; in the place of the others another date stays
     */
    Set<PromiseRevision> record(Collection<PromisedDate> dates);

    /** As {@link #record(Collection)} for one; false if another date stays. */
    default boolean record(PromisedDate date) {
        return !record(List.of(date)).isEmpty();
    }

    /** Every date of these promises, by promise, in the order of revisions. */
    Map<UUID, List<PromisedDate>> of(Collection<UUID> promiseIds);

    /** The latest revision of each of these promises that the customer was told, or is being told; 0 if left out. */
    Map<UUID, Integer> announced(Collection<UUID> promiseIds);

    /** The customer has these dates in hand, each since when; the first delivery counts. */
    void delivered(Map<PromiseRevision, Instant> dates);

    /** As {@link #delivered(Map)} for one. */
    default void delivered(UUID promiseId, int revision, Instant at) {
        delivered(Map.of(new PromiseRevision(promiseId, revision), at));
    }

    /** Another date takes the place of the one that the watch decided on at this revision: what was announced of it is open. */
    void decideAgain(UUID promiseId, int revision);

    /** These dates were given up: a next update takes their place. */
    void undated(Collection<PromiseRevision> dates, Instant at);

    /** Open promises of these journeys whose date was given up, and that have no other yet. */
    Set<UUID> undated(Collection<UUID> journeyIds);

    /** As {@link #undated(Collection)} for one journey. */
    default Set<UUID> undated(UUID journeyId) {
        return undated(List.of(journeyId));
    }

    /** The customers hold the next updates that take the place of the dates that were given up in these journeys, each since when. */
    void updateDelivered(Map<UUID, Instant> sinceByJourney);

    /** The customer has to act first, each since when: no date of these promises binds the shop. The first time counts. */
    void released(Map<UUID, Instant> sinceByPromise);

    /** The customers are told that these dates probably do not hold, each by when they hear for certain. */
    void uncertain(Map<PromiseRevision, Instant> certainAtByDate);

    /** The customer acted in time: these dates bind the shop again. */
    void restored(Collection<PromiseRevision> dates);

    /** These dates passed unkept and without notice; the first time counts. */
    void missed(Collection<PromiseRevision> dates, Instant at);
}
