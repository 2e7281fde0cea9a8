package io.orderjourney.notification.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who was called about an incident since it last moved, and who is next. While nobody leads it, people are called in the
 * order of the plan until somebody takes it. The one who leads it is reminded before the next word to the public is due; when it
 * is overdue the others are called as well.
 *
 * @param calls how many calls there were
 * @param lastAt of the last call
 * @param lastFailed whether the last call could not be made
 * @param warnedAt when it was said that the next word is due soon
 * @param missedAt when it was noticed that the next word did not come
 */
public record CallOut(
        int calls,
        @Nullable Instant lastAt,
        boolean lastFailed,
        @Nullable Instant warnedAt,
        @Nullable Instant missedAt) {

    public static final CallOut NONE = new CallOut(0, null, false, null, null);

    /** Somebody who slept through so many calls does not wake from one more; the screen shows it in red. */
    static final int CALLS_MAX = 60;

    private static final int WARNED_SHARE = 4;

    /** Why somebody is called. */
    public enum Reason {
        /** Nobody leads the incident. */
        NOBODY_LEADS,
        /** The next word to the public is due soon. */
        UPDATE_DUE,
        /** The next word to the public did not come. */
        UPDATE_MISSED
    }

    /**
     * What comes next by itself.
     *
     * @param person whom to call; absent if it is only written down
     */
    public record Next(Instant at, Reason reason, @Nullable OnCall person) {}

    /** What comes next by itself if nobody does anything; empty if nothing does. */
    public static Optional<Next> next(Incident incident, IncidentPlan plan) {
        return incident.callOut()
                .next(
                        incident.state(),
                        incident.opening().at(),
                        incident.progress().nextUpdateAt(),
                        plan);
    }

    private Optional<Next> next(
            IncidentState state, Instant openedAt, @Nullable Instant nextUpdateAt, IncidentPlan plan) {
        if (!state.isActive()) {
            return Optional.empty();
        }
        Next call = state == IncidentState.OPEN ? call(Reason.NOBODY_LEADS, openedAt, plan) : null;
        Next word = nextUpdateAt == null ? null : word(state, nextUpdateAt, plan);
        if (call == null || word == null) {
            return Optional.ofNullable(call == null ? word : call);
        }
        return Optional.of(word.at().isBefore(call.at()) ? word : call);
    }

    private @Nullable Next call(Reason reason, Instant firstAt, IncidentPlan plan) {
        List<OnCall> order = plan.callOrder();
        if (order.isEmpty() || calls >= CALLS_MAX) {
            return null;
        }
        Instant at = lastAt;
        if (at == null) {
            at = firstAt;
        } else if (!lastFailed || calls % order.size() == 0) {
            // Who cannot be called is passed over at once, but a whole round that fails is not repeated without a
            // pause.
            at = at.plus(plan.answerWithin());
        }
        return new Next(at, reason, order.get(calls % order.size()));
    }

    private @Nullable Next word(IncidentState state, Instant nextUpdateAt, IncidentPlan plan) {
        boolean led = state == IncidentState.TAKEN;
        OnCall first = led && !plan.callOrder().isEmpty() ? plan.callOrder().get(0) : null;
        if (warnedAt == null) {
            return new Next(warnAt(nextUpdateAt, plan.updateEvery()), Reason.UPDATE_DUE, first);
        }
        if (missedAt == null) {
            return new Next(nextUpdateAt, Reason.UPDATE_MISSED, first);
        }
        return led ? call(Reason.UPDATE_MISSED, nextUpdateAt, plan) : null;
    }

    /** When it is said that the next word to the public is due soon. */
    public static Instant warnAt(Instant nextUpdateAt, Duration updateEvery) {
        return nextUpdateAt.minus(updateEvery.dividedBy(WARNED_SHARE));
    }

    /** After this was done. */
    public CallOut after(Next done, Instant now) {
        boolean called = done.person() != null;
        return new CallOut(
                called ? calls + 1 : calls,
                called ? now : lastAt,
                false,
                done.reason() == Reason.UPDATE_DUE ? now : warnedAt,
                done.reason() == Reason.UPDATE_MISSED && missedAt == null ? now : missedAt);
    }

    /** The last call could not be made. */
    public CallOut failed() {
        return new CallOut(calls, lastAt, true, warnedAt, missedAt);
    }

    /** Somebody leads it: what was warned of stays. */
    CallOut answered() {
        return new CallOut(0, null, false, warnedAt, missedAt);
    }
}
