package io.orderjourney.fulfillment.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Goods that a supplier said he would bring to a pickup point.
 *
 * @param etaAt when the supplier expects to deliver; his word, no promise of ours
 * @param etaReason why it is not the time he said before
 * @param version counts the changes
 */
public record PurchaseOrder(
        UUID id,
        String supplier,
        String pickupPoint,
        Instant etaAt,
        @Nullable String etaReason,
        Instant orderedAt,
        List<PurchaseOrderLine> lines,
        long version) {

    public PurchaseOrder {
        lines = List.copyOf(lines);
    }

    /** Whether something is still to come. */
    public boolean isOpen() {
        return lines.stream().anyMatch(line -> line.missing() > 0);
    }

    public List<String> skus() {
        return lines.stream().map(PurchaseOrderLine::sku).toList();
    }

    /** Pieces of an item that are still to come. */
    public int missing(String sku) {
        return lines.stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(PurchaseOrderLine::missing)
                .sum();
    }

    /**
     * The supplier gave another time.
     *
     * @throws PurchaseOrderClosed if everything has arrived: there is nothing left to expect
     */
    public PurchaseOrder expectedAt(Instant newEtaAt, @Nullable String why) {
        if (!isOpen()) {
            throw new PurchaseOrderClosed(id);
        }
        return new PurchaseOrder(id, supplier, pickupPoint, newEtaAt, why, orderedAt, lines, version + 1);
    }

    /** Some of it came in; items that were never ordered are no part of it. */
    public PurchaseOrder arrived(Map<String, Integer> piecesBySku) {
        List<PurchaseOrderLine> counted = lines.stream()
                .map(line -> new PurchaseOrderLine(
                        line.sku(), line.quantity(), line.arrived() + piecesBySku.getOrDefault(line.sku(), 0)))
                .toList();
        return new PurchaseOrder(id, supplier, pickupPoint, etaAt, etaReason, orderedAt, counted, version + 1);
    }
}
