package io.orderjourney.fulfillment.supply;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the supply of one order differs from the one recorded before.
 *
 * @param stateBefore null for a new reservation
 * @param expectedBefore the time expected before, if there was one
 * @param hereBefore the lines that were here, as {@link GoodsParts#hereAsText()} says it; null if that was not recorded
 */
public record OrderSupplyChange(
        UUID orderId,
        Supply.@Nullable State stateBefore,
        @Nullable Instant expectedBefore,
        @Nullable String hereBefore,
        Supply after) {

    /** Whether anything differs. */
    public boolean isChange() {
        return isOtherSupply() || isOtherPart();
    }

    /** The order as a whole is somewhere else, or expected at another time. */
    public boolean isOtherSupply() {
        return after.state() != stateBefore || !Objects.equals(after.expectedAt(), expectedBefore);
    }

    /** Other lines are here than before. */
    private boolean isOtherPart() {
        return hereBefore != null && !hereBefore.equals(after.parts().hereAsText());
    }

    /** Which lines are here matters to the customer, and is not what it was. */
    public boolean isOtherSplit() {
        boolean wasSplit = stateBefore != Supply.State.ON_SHELF && hereBefore != null && !hereBefore.isEmpty();
        return (stateBefore == null || isOtherPart())
                && (after.parts().isSplit() || wasSplit || after.parts().hasBegun());
    }

    /** The goods were expected before, and are expected at another time now. */
    public boolean isOtherTime() {
        return stateBefore == Supply.State.EXPECTED && after.state() == Supply.State.EXPECTED && isOtherSupply();
    }
}
