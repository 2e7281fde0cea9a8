package io.orderjourney.fulfillment.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a supplier is to deliver to a pickup point.
 *
 * @param firstEtaAt when the supplier expected to deliver at first
 * @param etaAt when the supplier expects to deliver; an estimate, not a promise of ours
 * @param etaReason why it differs from the ETA before
 * @param closeReason why some of it will not come; null as long as all of it will
 * @param version counts the changes
 */
public record PurchaseOrder(
        UUID id,
        String supplier,
        String pickupPoint,
        Instant firstEtaAt,
        Instant etaAt,
        @Nullable String etaReason,
        Instant orderedAt,
        List<Line> lines,
        @Nullable String closeReason,
        long version) {

    /**
     * One item of a purchase order.
     *
     * @param quantity pieces ordered, 1 or more
     * @param arrived pieces that came in; more than ordered if the supplier sent too many
     * @param cancelled pieces that will not come
     */
    public record Line(String sku, int quantity, int arrived, int cancelled) {

        /** A line as it is ordered. */
        public static Line ordered(String sku, int quantity) {
            return new Line(sku, quantity, 0, 0);
        }

        /** Pieces still to come. */
        public int missing() {
            return Math.max(0, quantity - arrived - cancelled);
        }

        Line expecting(int pieces) {
            return new Line(sku, quantity, arrived, Math.max(0, quantity - arrived - pieces));
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

    /** Nothing of the purchase order is still to come. */
    public static final class FullyArrived extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FullyArrived(UUID id) {
            super("Nothing of purchase order " + id + " is still to come");
        }
    }

    /** The supplier cannot bring more of an item than was ordered of it and has not come. */
    public static final class MoreThanMissing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MoreThanMissing(String sku, int expected, int missing) {
            super(expected + " pieces of " + sku + " cannot come any more: " + missing + " are missing");
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
        return with(newEtaAt, reason, lines, closeReason);
    }

    /** Some of it came in; items that it does not contain are not counted. */
    public PurchaseOrder arrived(Map<String, Integer> piecesBySku) {
        return with(
                etaAt,
                etaReason,
                lines.stream()
                        .map(line -> new Line(
                                line.sku(),
                                line.quantity(),
                                line.arrived() + piecesBySku.getOrDefault(line.sku(), 0),
                                line.cancelled()))
                        .toList(),
                closeReason);
    }

    /**
     * The supplier says what will still come; nothing of an item that is not named.
     *
     * @param stillToCome pieces by SKU
     * @param reason why the rest will not come
     * @throws FullyArrived if nothing was still to come
     * @throws MoreThanMissing if more would come than is missing
     */
    public PurchaseOrder corrected(Map<String, Integer> stillToCome, String reason) {
        if (!isOpen()) {
            throw new FullyArrived(id);
        }
        stillToCome.forEach((sku, pieces) -> {
            if (pieces > missing(sku)) {
                throw new MoreThanMissing(sku, pieces, missing(sku));
            }
        });
        return with(
                etaAt,
                etaReason,
                lines.stream()
                        .map(line -> line.expecting(Math.min(line.missing(), stillToCome.getOrDefault(line.sku(), 0))))
                        .toList(),
                reason);
    }

    private PurchaseOrder with(Instant eta, @Nullable String whyThen, List<Line> changed, @Nullable String whyClosed) {
        return new PurchaseOrder(
                id, supplier, pickupPoint, firstEtaAt, eta, whyThen, orderedAt, changed, whyClosed, version + 1);
    }
}
