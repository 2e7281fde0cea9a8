package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of an order's supply since it was last told.
 *
 * @param stateBefore null for a new reservation
 * @param expectedBefore the time told last, if it was one
 */
public record OrderSupplyChange(
        Supply.@Nullable State stateBefore, @Nullable Instant expectedBefore, Supply after) {

    /** Whether there is anything to tell. */
    public boolean isNews() {
        return after.state() != stateBefore || !Objects.equals(after.expectedAt(), expectedBefore);
    }

    /** The goods were on their way before, and come at another time now. */
    public boolean isOtherTime() {
        return stateBefore == Supply.State.EXPECTED && after.state() == Supply.State.EXPECTED && isNews();
    }

    /** The goods come later than was told. */
    public boolean isLater() {
        Instant expectedAt = after.expectedAt();
        return expectedBefore != null && expectedAt != null && expectedAt.isAfter(expectedBefore);
    }
}
