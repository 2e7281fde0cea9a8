package io.orderjourney.fulfillment.pickup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a gate is open, and since when.
 *
 * @param openedAt when it opened last; null if it was never open
 * @param closedAt when it closed again; null if it is open or never was
 * @param closeReason why it closed again
 */
public record GateState(
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closeReason) {

    /** What it waits for has not happened yet. */
    public static final GateState NEVER_OPENED = new GateState(null, null, null);

    public static GateState openSince(Instant at) {
        return new GateState(at, null, null);
    }

    public boolean isOpen() {
        return openedAt != null && closedAt == null;
    }

    /** It was open once: what it stands for did happen. */
    public boolean wasOpen() {
        return openedAt != null;
    }

    GateState closed(Instant at, String why) {
        return new GateState(openedAt, at, why);
    }
}
