package io.orderjourney.fulfillment.receiving;

import io.orderjourney.fulfillment.supply.Incoming;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchase orders. Whoever changes one holds the stock levels of all its items first, which never change. */
public interface PurchaseOrders {

    /** @throws PurchaseOrderExists if the id is taken */
    void add(PurchaseOrder order);

    /** Where it goes and what it brings, without reading it for change. */
    Optional<Destination> destination(UUID id);

    Optional<PurchaseOrder> find(UUID id);

    /** As {@link #find}, read afresh, and nobody else changes it until the transaction ends. */
    Optional<PurchaseOrder> findForChange(UUID id);

    void store(PurchaseOrder order);

    /** What will still come of these items, by SKU, read afresh; an item that nothing comes of is missing. */
    Map<String, List<Incoming>> expected(String pickupPoint, Collection<String> skus);

    /** Orders in the order of ETA and id, after the given place. */
    List<PurchaseOrder> page(@Nullable String pickupPoint, boolean onlyOpen, Optional<Place> after, int atMost);

    /** What of a purchase order never changes. */
    record Destination(String pickupPoint, List<String> skus) {}

    /** A place in the list. */
    record Place(Instant etaAt, UUID id) {}
}
