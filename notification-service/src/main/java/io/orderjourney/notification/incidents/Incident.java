package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Trouble that hits many promises at once. It holds facts only; its state follows from them.
 *
 * @param number by which people name it
 * @param title what happened, in words for staff
 * @param opening how it was noticed
 * @param effect what it does to the shop while it is active
 * @param progress what was done about it
 * @param callOut who was called about it
 */
public record Incident(
        UUID id,
        long number,
        IncidentKind kind,
        String title,
        IncidentScope scope,
        Opening opening,
        Effect effect,
        Progress progress,
        CallOut callOut) {

    /**
     * How it was noticed.
     *
     * @param by a person, or {@code heartbeat:<name>}
     */
    public record Opening(Instant at, String by) {}

    /**
     * What it does to the shop while it is active.
     *
     * @param channelDown on which customers are not written to meanwhile
     * @param holdsCampaigns whether nothing is advertised meanwhile
     */
    public record Effect(@Nullable Channel channelDown, boolean holdsCampaigns) {}

    /**
     * What was done about it.
     *
     * @param takenBy who leads it
     * @param nextUpdateAt by when the public hears the next word; absent once the trouble is over
     * @param lessons what is to be done better; with closedAt
     */
    public record Progress(
            @Nullable Instant takenAt,
            @Nullable String takenBy,
            @Nullable Instant nextUpdateAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt,
            @Nullable Instant dismissedAt,
            @Nullable String lessons) {

        static Progress begun(Instant nextUpdateAt) {
            return new Progress(null, null, nextUpdateAt, null, null, null, null);
        }
    }

    /** This cannot happen to an incident in its state. */
    public static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(IncidentState state, IncidentEvent event) {
            super("An incident that is " + state + " does not take " + event);
        }
    }

    /** A new incident. Its first word to the public is promised with it. */
    public static Incident opened(
            UUID id, IncidentKind kind, String title, IncidentScope scope, IncidentPlan plan, Opening opening) {
        return new Incident(
                id,
                0,
                kind,
                title,
                scope,
                opening,
                new Effect(plan.channelDown(), plan.holdsCampaigns()),
                Progress.begun(opening.at().plus(plan.updateEvery())),
                CallOut.NONE);
    }

    public IncidentState state() {
        if (progress.dismissedAt != null) {
            return IncidentState.DISMISSED;
        }
        if (progress.closedAt != null) {
            return IncidentState.CLOSED;
        }
        if (progress.resolvedAt != null) {
            return IncidentState.RESOLVED;
        }
        return progress.takenAt == null ? IncidentState.OPEN : IncidentState.TAKEN;
    }

    /** Somebody leads it from now on: nobody else is called. */
    public Incident taken(String by, Instant at) {
        require(IncidentEvent.TAKE);
        return with(new Progress(at, by, progress.nextUpdateAt, null, null, null, null))
                .with(callOut.answered());
    }

    /**
     * The public was told.
     *
     * @param nextUpdateAt by when it hears the next word
     * @throws IllegalArgumentException if that is not after now, or later than the plan allows
     */
    public Incident updated(Instant nextUpdateAt, IncidentPlan plan, Instant at) {
        require(IncidentEvent.UPDATE);
        if (!nextUpdateAt.isAfter(at) || nextUpdateAt.isAfter(at.plus(plan.updateEvery()))) {
            throw new IllegalArgumentException("The next update comes after now and within " + plan.updateEvery());
        }
        return with(new Progress(progress.takenAt, progress.takenBy, nextUpdateAt, null, null, null, null))
                .with(CallOut.NONE);
    }

    /** One step of the plan is done; nothing else changes. */
    public Incident stepDone() {
        require(IncidentEvent.STEP_DONE);
        return this;
    }

    /** The trouble is over: nobody waits for a word any more. */
    public Incident resolved(Instant at) {
        require(IncidentEvent.RESOLVE);
        return with(new Progress(progress.takenAt, progress.takenBy, null, at, null, null, null))
                .with(CallOut.NONE);
    }

    /** It is not over after all: the next word is promised again, and if nobody led it, people are called again. */
    public Incident reopened(Duration updateEvery, Instant at) {
        require(IncidentEvent.REOPEN);
        return with(new Progress(progress.takenAt, progress.takenBy, at.plus(updateEvery), null, null, null, null))
                .with(CallOut.NONE);
    }

    /** @throws IllegalArgumentException without lessons */
    public Incident closed(String lessons, Instant at) {
        require(IncidentEvent.CLOSE);
        if (lessons.isBlank()) {
            throw new IllegalArgumentException("An incident is closed with its lessons");
        }
        return with(
                new Progress(progress.takenAt, progress.takenBy, null, progress.resolvedAt, at, null, lessons.strip()));
    }

    /** It was no incident. */
    public Incident dismissed(Instant at) {
        require(IncidentEvent.DISMISS);
        return with(new Progress(progress.takenAt, progress.takenBy, null, null, null, at, null))
                .with(CallOut.NONE);
    }

    /** The same after somebody was called. */
    public Incident with(CallOut calls) {
        return new Incident(id, number, kind, title, scope, opening, effect, progress, calls);
    }

    private Incident with(Progress changed) {
        return new Incident(id, number, kind, title, scope, opening, effect, changed, callOut);
    }

    private void require(IncidentEvent event) {
        if (!state().allows(event)) {
            throw new Refused(state(), event);
        }
    }
}
