package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrderLine;

/** Rows and rule. */
final class PurchaseOrderMapping {

    private PurchaseOrderMapping() {}

    static PurchaseOrder order(PurchaseOrderRow row) {
        return new PurchaseOrder(
                row.id,
                row.supplier,
                row.pickupPoint,
                row.etaAt,
                row.etaReason,
                row.orderedAt,
                row.lines.stream()
                        .map(line -> new PurchaseOrderLine(line.sku, line.quantity, line.arrived))
                        .toList(),
                row.version);
    }

    static PurchaseOrderRow row(PurchaseOrder order) {
        PurchaseOrderRow row = new PurchaseOrderRow();
        row.id = order.id();
        row.supplier = order.supplier();
        row.pickupPoint = order.pickupPoint();
        row.orderedAt = order.orderedAt();
        for (PurchaseOrderLine line : order.lines()) {
            PurchaseOrderLineRow lineRow = new PurchaseOrderLineRow();
            lineRow.purchaseOrderId = order.id();
            lineRow.sku = line.sku();
            lineRow.quantity = line.quantity();
            row.lines.add(lineRow);
        }
        write(order, row);
        return row;
    }

    /** What of an order changes: its ETA and what has arrived. */
    static void write(PurchaseOrder order, PurchaseOrderRow row) {
        row.etaAt = order.etaAt();
        row.etaReason = order.etaReason();
        row.version = order.version();
        for (PurchaseOrderLine line : order.lines()) {
            row.lines.stream()
                    .filter(lineRow -> lineRow.sku.equals(line.sku()))
                    .forEach(lineRow -> lineRow.arrived = line.arrived());
        }
    }
}
