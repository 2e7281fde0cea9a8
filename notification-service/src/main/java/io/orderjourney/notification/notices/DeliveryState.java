package io.orderjourney.notification.notices;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The state of a message on one channel. No protocol can tell for sure whether a message arrived, so there is a state for
 * an unknown outcome: the sender looks for proof, and otherwise repeats with the same id.
 */
public enum DeliveryState {
    PLANNED,
    /** Recorded before the channel is asked. */
    ATTEMPT_STARTED,
    /** The channel accepted it. */
    DELIVERED,
    /** The channel will never accept it; another one must. */
    REJECTED,
    /** The channel may have accepted it. */
    UNKNOWN,
    /** What it would say is no longer valid. */
    SUPPRESSED;

    private static final Map<DeliveryState, Set<DeliveryState>> NEXT = new EnumMap<>(Map.of(
            PLANNED, EnumSet.of(ATTEMPT_STARTED, SUPPRESSED, REJECTED),
            ATTEMPT_STARTED, EnumSet.of(PLANNED, DELIVERED, REJECTED, UNKNOWN, SUPPRESSED),
            UNKNOWN, EnumSet.of(ATTEMPT_STARTED, DELIVERED, REJECTED),
            DELIVERED, EnumSet.noneOf(DeliveryState.class),
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
