package io.orderjourney.fulfillment.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a supplier is to deliver to a pickup point.
 *
 * @param etaAt when the supplier expects to deliver; an estimate, not a promise of ours
 * @param etaReason why it differs from the ETA before
 * @param version counts the changes
 */
public record PurchaseOrder(
        UUID id,
        String supplier,
        String pickupPoint,
        Instant etaAt,
        @Nullable String etaReason,
        Instant orderedAt,
        List<Line> lines,
        long version) {

    /**
     * One item of a purchase order.
     *
     * @param quantity pieces ordered, 1 or more
     * @param arrived pieces that came in; more than ordered if the supplier sent too many
     */
    public record Line(String sku, int quantity, int arrived) {

        /** Pieces still to come. */
        public int missing() {
            return Math.max(0, quantity - arrived);
        }
    }

    /** There is no purchase order of this id. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound(UUID id) {
            super("There is no purchase order " + id);
        }
    }

    /** A purchase order of this id was placed before. */
    public static final class AlreadyPlaced extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public AlreadyPlaced(UUID id) {
            super("Purchase order " + id + " was placed before");
        }
    }

    /** Everything of the purchase order has arrived. */
    public static final class FullyArrived extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FullyArrived(UUID id) {
            super("Purchase order " + id + " has arrived: its ETA cannot change any more");
        }
    }

    /** Goods were reported at another pickup point than the one they were ordered for. */
    public static final class WrongPickupPoint extends RuntimeException {

        private static final long serialVersionUID = 1L;

        WrongPickupPoint(PurchaseOrder order, String reportedAt) {
            super("Purchase order " + order.id + " goes to " + order.pickupPoint + ", not to " + reportedAt);
        }
    }

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
        return lines.stream().anyMatch(line -> line.missing() > 0);
    }

    public List<String> skus() {
        return lines.stream().map(Line::sku).toList();
    }

    /** Pieces of an item that are still to come. */
    public int missing(String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(Line::missing)
                .sum();
    }

    /**
     * The supplier reported another ETA.
     *
     * @throws FullyArrived if nothing is left to expect
     */
    public PurchaseOrder expectedAt(Instant newEtaAt, @Nullable String reason) {
        if (!isOpen()) {
            throw new FullyArrived(id);
        }
        return new PurchaseOrder(id, supplier, pickupPoint, newEtaAt, reason, orderedAt, lines, version + 1);
    }

    /** Some of it came in; items that it does not contain are not counted. */
    public PurchaseOrder arrived(Map<String, Integer> piecesBySku) {
        List<Line> counted = lines.stream()
                .map(line ->
                        new Line(line.sku(), line.quantity(), line.arrived() + piecesBySku.getOrDefault(line.sku(), 0)))
                .toList();
        return new PurchaseOrder(id, supplier, pickupPoint, etaAt, etaReason, orderedAt, counted, version + 1);
    }
}
