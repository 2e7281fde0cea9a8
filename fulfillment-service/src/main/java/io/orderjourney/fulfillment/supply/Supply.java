package io.orderjourney.fulfillment.supply;

import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the goods of one order are.
 *
 * @param state on the shelf, expected, or unknown
 * @param expectedAt the latest ETA of what the order waits for; only if EXPECTED
 * @param lastPurchaseOrderId the purchase order of that ETA
 * @param lastSupplier who brings it
 * @param purchaseOrderIds all that the order waits for
 * @param parts which lines are where
 */
public record Supply(
        State state,
        @Nullable Instant expectedAt,
        @Nullable UUID lastPurchaseOrderId,
        @Nullable String lastSupplier,
        List<UUID> purchaseOrderIds,
        GoodsParts parts) {

    /** Where the goods of an order are. */
    public enum State {
        /** Every piece is reserved on the shelf of the pickup point. */
        ON_SHELF,
        /** Every missing piece is in a purchase order. */
        EXPECTED,
        /** Some pieces have no known source. */
        UNKNOWN
    }

    public Supply {
        purchaseOrderIds = List.copyOf(purchaseOrderIds);
        if ((state == State.EXPECTED) != (expectedAt != null)) {
            throw new IllegalArgumentException("Expected goods, and only they, have a time");
        }
    }

    /** The supply of an order with these lines. */
    public static Supply of(Collection<ReservedLine> lines) {
        GoodsParts parts = GoodsParts.of(lines);
        List<Claim> claims = lines.stream()
                .flatMap(line -> line.claims().stream())
                .sorted(Comparator.comparing(Claim::etaAt).thenComparing(Claim::purchaseOrderId))
                .toList();
        List<UUID> purchaseOrderIds =
                claims.stream().map(Claim::purchaseOrderId).distinct().toList();
        if (lines.stream().anyMatch(line -> line.unknown() > 0)) {
            return new Supply(State.UNKNOWN, null, null, null, purchaseOrderIds, parts);
        }
        Optional<Claim> last = claims.isEmpty() ? Optional.empty() : Optional.of(claims.get(claims.size() - 1));
        return last.map(claim -> new Supply(
                        State.EXPECTED,
                        claim.etaAt(),
                        claim.purchaseOrderId(),
                        claim.supplier(),
                        purchaseOrderIds,
                        parts))
                .orElseGet(() -> new Supply(State.ON_SHELF, null, null, null, List.of(), parts));
    }

    public boolean isOnShelf() {
        return state == State.ON_SHELF;
    }
}
