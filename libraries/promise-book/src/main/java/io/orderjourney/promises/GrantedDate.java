package io.orderjourney.promises;

import io.orderjourney.contracts.Precision;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date that was asked for and granted. Only {@link PromiseDates} makes one, so a promise cannot be made or rescheduled to a
 * date that nobody asked about.
 */
public final class GrantedDate {

    private final Precision precision;
    private final @Nullable Instant windowStartAt;
    private final Instant dueAt;

    GrantedDate(Precision precision, @Nullable Instant windowStartAt, Instant dueAt) {
        if ((precision == Precision.WINDOW) != (windowStartAt != null)) {
            throw new IllegalArgumentException("A window, and only a window, has a start");
        }
        if (windowStartAt != null && !windowStartAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("A window ends after it starts");
        }
        this.precision = precision;
        this.windowStartAt = windowStartAt;
        this.dueAt = dueAt;
    }

    public Precision precision() {
        return precision;
    }

    /** Start of the window; null unless the precision is WINDOW. */
    public @Nullable Instant windowStartAt() {
        return windowStartAt;
    }

    public Instant dueAt() {
        return dueAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GrantedDate that
                && precision == that.precision
                && dueAt.equals(that.dueAt)
                && Objects.equals(windowStartAt, that.windowStartAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(precision, dueAt, windowStartAt);
    }

    @Override
    public String toString() {
        return precision + (windowStartAt == null ? "" : " from " + windowStartAt) + " by " + dueAt;
    }
}
