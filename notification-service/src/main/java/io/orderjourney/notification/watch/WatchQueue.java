package io.orderjourney.notification.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The journeys that the watch must reassess. Every call joins the running transaction. */
public interface WatchQueue {

    /** Inside this service, after the commit: there are journeys to reassess. */
    record JourneysQueued() {}

    /** The watch will reassess these journeys soon, after those for which time has come; asking twice before it does is asking once. Never waits. */
    void requeue(Collection<UUID> journeyIds);

    /** Requeues the open journeys of a customer. */
    void requeueOf(UUID customerId);

    /**
     * The watch will reassess every journey with an open promise, what is due first comes first: in slices, each after what time
     * reached and what happened meanwhile. One that has begun begins again.
     */
    void beginSweep();

    /** Queues the next slice of the sweep; 0 if there is none, or another replica is at it. */
    int sweep(int atMost);

    /** Journeys were left for a sweep that is not at its end. */
    boolean isSweeping();

    /**
     * Takes some journeys from the queue, the most urgent first, and locks them with their promises and the messages that may still grow. What
     * another replica or the consumer holds is left for later: the watch never waits for others while they may be waiting
     * for it.
     */
    Collection<UUID> take(int atMost);

    /** As {@link #take(int)} for one journey; empty if it is not in the queue or somebody else holds it. */
    Collection<UUID> take(UUID journeyId);

    /** Some of those that wait. */
    Collection<UUID> waiting(int atMost);

    /** How many entries wait; more than these are these. */
    long waitingUpTo(int countMax);

    /**
     * Notes that a journey cannot be reassessed.
     *
     * @return false if that was known before
     */
    boolean failing(UUID journeyId, String reason, Instant now);

    /** The task about a journey that cannot be reassessed. */
    void failingTask(UUID journeyId, UUID taskId);

    /** Forgets that these could not be reassessed; returns the tasks about them. */
    List<UUID> notFailing(Collection<UUID> journeyIds);

    /** How many journeys cannot be reassessed. */
    long failing();

    /**
     * Notes which journeys have, and which no longer have, any open promise.
     *
     * @return the silent ones, each since when
     */
    Map<UUID, Instant> silentSince(Collection<UUID> silent, Collection<UUID> others, Instant now);
}
