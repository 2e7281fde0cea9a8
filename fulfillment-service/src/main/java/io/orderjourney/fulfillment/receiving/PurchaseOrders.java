package io.orderjourney.fulfillment.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchase orders. One is changed only while the stock of all its items, which never change, is locked. */
public interface PurchaseOrders {

    /** @throws PurchaseOrder.AlreadyPlaced if the id is taken */
    void add(PurchaseOrder order);

    /** Where it goes and what it brings, without reading it for change. */
    Optional<Destination> destination(UUID id, SupplierScope scope);

    /** As {@link #destination(UUID, SupplierScope)}, of any supplier. */
    default Optional<Destination> destination(UUID id) {
        return destination(id, SupplierScope.ALL);
    }

    Optional<PurchaseOrder> find(UUID id, SupplierScope scope);

    /** As {@link #find(UUID, SupplierScope)}, of any supplier. */
    default Optional<PurchaseOrder> find(UUID id) {
        return find(id, SupplierScope.ALL);
    }

    /** As {@link #find}, read afresh and locked until the transaction ends. */
    Optional<PurchaseOrder> findForChange(UUID id);

    void store(PurchaseOrder order);

    /** Orders by ETA and id, after the given place. */
    List<PurchaseOrder> page(
            SupplierScope scope, @Nullable String pickupPoint, boolean onlyOpen, Optional<Place> after, int atMost);

    /** A number that changes with every change of an order that something is still expected of. */
    long revision();

    /** What never changes of a purchase order. */
    record Destination(String pickupPoint, List<String> skus) {}

    /** A place in the list. */
    record Place(Instant etaAt, UUID id) {}
}
