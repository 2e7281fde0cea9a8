package io.orderjourney.notification.notices;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of a message on one channel. No protocol can tell for sure whether a message arrived, so there is a state
 * for not knowing; from there the only honest way is to look for proof and then to repeat with the same id.
 */
public enum DeliveryState {
    PLANNED,
    /** Written down before the channel is asked. */
    ATTEMPT_STARTED,
    /** The channel took it. */
    HANDED_OVER,
    /** The channel will never take it; another one must. */
    REJECTED,
    /** The channel may have taken it; nobody can tell. */
    UNKNOWN,
    /** What it would say is not true any more. */
    SUPPRESSED;

    private static final Map<DeliveryState, Set<DeliveryState>> NEXT = new EnumMap<>(Map.of(
            PLANNED, EnumSet.of(ATTEMPT_STARTED, SUPPRESSED, REJECTED),
            ATTEMPT_STARTED, EnumSet.of(PLANNED, HANDED_OVER, REJECTED, UNKNOWN, SUPPRESSED),
            UNKNOWN, EnumSet.of(ATTEMPT_STARTED, HANDED_OVER, REJECTED),
            HANDED_OVER, EnumSet.noneOf(DeliveryState.class),
            REJECTED, EnumSet.noneOf(DeliveryState.class),
            SUPPRESSED, EnumSet.noneOf(DeliveryState.class)));

    public boolean isFinal() {
        return nexts().isEmpty();
    }

    /** @throws IllegalStateException if the transition is not allowed; it names both states */
    public DeliveryState to(DeliveryState next) {
        if (!nexts().contains(next)) {
            throw new IllegalStateException("A delivery that is " + this + " cannot become " + next);
        }
        return next;
    }

    private Set<DeliveryState> nexts() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
