package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.StockArrival;
import io.orderjourney.fulfillment.receiving.StockArrivals;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The record of arrivals, in the tables {@code stock_arrival} and {@code stock_arrival_line}. */
@ApplicationScoped
class PanacheStockArrivals implements StockArrivals, PanacheRepositoryBase<StockArrivalRow, String> {

    @Override
    public boolean add(StockArrival arrival) {
        StockArrivalRow row = StockArrivalRow.of(arrival);
        // Of two reports of one arrival at the same moment, the second waits here for the first, and changes nothing.
        int addedCount = getEntityManager()
                .createNativeQuery("""
                        insert into stock_arrival
                          (reference, pickup_point, arrived_at, booked_in_at, booked_in_by)
                        values (:reference, :pickupPoint, :arrivedAt, :bookedInAt, :bookedInBy)
                        on conflict do nothing
                        """)
                .setParameter("reference", row.reference)
                .setParameter("pickupPoint", row.pickupPoint)
                .setParameter("arrivedAt", row.arrivedAt)
                .setParameter("bookedInAt", row.bookedInAt)
                .setParameter("bookedInBy", row.bookedInBy)
                .executeUpdate();
        if (addedCount == 0) {
            return false;
        }
        StockArrivalRow added = findById(row.reference);
        added.purchaseOrderId = row.purchaseOrderId;
        added.piecesBySku.putAll(row.piecesBySku);
        flush();
        return true;
    }

    @Override
    public Optional<StockArrival> ofReference(String reference) {
        return findByIdOptional(reference).map(StockArrivalRow::arrival);
    }
}
