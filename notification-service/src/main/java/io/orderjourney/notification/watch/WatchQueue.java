package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journeys that the watch must reassess. Every call joins the running transaction. */
public interface WatchQueue {

    /** Inside this service, after the commit: there are journeys to reassess. */
    record JourneysQueued() {}

    /** The watch will reassess these journeys soon; asking twice before it does is asking once. Never waits. */
    void requeue(Collection<UUID> journeyIds);

    /** Requeues every open journey. */
    void requeueAll();

    /**
     * Takes some journeys from the queue, and locks them with their promises and the messages that may still grow. What
     * another replica or the consumer holds is left for later: the watch never waits for others while they may be waiting
     * for it.
     */
    Collection<UUID> take(int atMost);

    /** As {@link #take(int)} for one journey; empty if it is not in the queue or somebody else holds it. */
    Collection<UUID> take(UUID journeyId);

    /** Some of those that wait. */
    Collection<UUID> waiting(int atMost);

    long waiting();

    /**
     * Notes that a journey has, or no longer has, any open promise.
     *
     * @return since when it has been silent; null if it is not
     */
    @Nullable
    Instant silentSince(UUID journeyId, boolean silent, Instant now);
}
