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
 */
public record OrderSupplyChange(
        UUID orderId,
        Supply.@Nullable State stateBefore,
        @Nullable Instant expectedBefore,
        Supply after) {

    /** Whether anything differs. */
    public boolean isChange() {
        return after.state() != stateBefore || !Objects.equals(after.expectedAt(), expectedBefore);
    }

    /** The goods were expected before, and are expected at another time now. */
    public boolean isOtherTime() {
        return stateBefore == Supply.State.EXPECTED && after.state() == Supply.State.EXPECTED && isChange();
    }
}
