package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journeys the watch looks after, and which of them it must look at again. Every call joins the transaction. */
public interface WatchedJourneys {

    void opened(Journey journey);

    void closed(UUID journeyId, Instant at);

    Optional<Journey> find(UUID journeyId);

    Map<UUID, Journey> find(Collection<UUID> journeyIds);

    /**
     * Notes that a journey has, or no longer has, anything promised.
     *
     * @return since when it has been silent; null if it is not
     */
    @Nullable
    Instant silent(UUID journeyId, boolean silent, Instant now);

    /** The watch will look at these journeys soon; asking twice before it does is asking once. Never waits. */
    void lookAgain(Collection<UUID> journeyIds);

    /** Every journey that is open: a change of policy concerns them all. */
    void lookAtAllAgain();

    /**
     * Takes some of the journeys to look at, with their promises and the messages that may still grow. What anybody else
     * is at work on, another replica or the consumer, is left for later: the watch never waits for others while they may
     * be waiting for it.
     */
    Collection<UUID> take(int atMost);

    /** As {@link #take(int)} for one journey; empty if it does not wait or somebody is at work on it. */
    Collection<UUID> take(UUID journeyId);

    /** Some of those that wait. */
    Collection<UUID> waiting(int atMost);

    long waiting();
}
