package io.orderjourney.fulfillment.receiving.db;

import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.receiving.PurchaseOrders;
import io.orderjourney.fulfillment.receiving.SupplierScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Purchase orders, in the tables {@code purchase_order} and {@code purchase_order_line}. */
@ApplicationScoped
class PanachePurchaseOrders implements PurchaseOrders, PanacheRepositoryBase<PurchaseOrderRow, UUID> {

    private static final UUID FIRST = new UUID(0, 0);

    @Override
    public void add(PurchaseOrder order) {
        countChange();
        // The statement decides between two at the same moment; a failed insert would abort the transaction.
        int added = getEntityManager()
                .createNativeQuery("""
                        insert into purchase_order (id, supplier, pickup_point, first_eta_at, eta_at, ordered_at, version)
                        values (:id, :supplier, :pickupPoint, :etaAt, :etaAt, :orderedAt, :version)
                        on conflict do nothing
                        """)
                .setParameter("id", order.id())
                .setParameter("supplier", order.supplier())
                .setParameter("pickupPoint", order.pickupPoint())
                .setParameter("etaAt", order.etaAt())
                .setParameter("orderedAt", order.orderedAt())
                .setParameter("version", order.version())
                .executeUpdate();
        if (added == 0) {
            throw new PurchaseOrder.AlreadyPlaced(order.id());
        }
        PurchaseOrderRow.of(order).lines.forEach(getEntityManager()::persist);
        flush();
    }

    @Override
    public Optional<Destination> destination(UUID id, SupplierScope scope) {
        List<Object[]> rows = getEntityManager()
                .createQuery(
                        "select o.pickupPoint, l.sku from PurchaseOrderRow o join o.lines l where o.id = :id"
                                + " and (:supplier is null or o.supplier = :supplier) order by l.sku",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("supplier", scope.supplier())
                .getResultList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Destination(
                        (String) rows.get(0)[0],
                        rows.stream().map(row -> (String) row[1]).toList()));
    }

    @Override
    public Optional<PurchaseOrder> find(UUID id, SupplierScope scope) {
        return findByIdOptional(id).filter(row -> scope.includes(row.supplier)).map(PurchaseOrderRow::order);
    }

    @Override
    public Optional<PurchaseOrder> findForChange(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from purchase_order where id = :id for no key update")
                .setParameter("id", id)
                .getResultList();
        Optional<PurchaseOrderRow> row = findByIdOptional(id);
        row.ifPresent(getEntityManager()::refresh);
        return row.map(PurchaseOrderRow::order);
    }

    @Override
    public void store(PurchaseOrder order) {
        countChange();
        findById(order.id()).write(order);
        flush();
    }

    @Override
    public long revision() {
        return (long) getEntityManager()
                .createNativeQuery("select last_value from purchase_order_change", Long.class)
                .getSingleResult();
    }

    private void countChange() {
        getEntityManager()
                .createNativeQuery("select nextval('purchase_order_change')")
                .getSingleResult();
    }

    @Override
    public List<PurchaseOrder> page(
            SupplierScope scope, @Nullable String pickupPoint, boolean onlyOpen, Optional<Place> after, int atMost) {
        Place place = after.orElse(new Place(Instant.EPOCH, FIRST));
        return find(
                        "from PurchaseOrderRow o where (?1 is null or o.pickupPoint = ?1)"
                                + " and (?2 = false or exists (select 1 from PurchaseOrderLineRow l"
                                + "   where l.purchaseOrderId = o.id and l.arrived + l.cancelled < l.quantity))"
                                + " and (o.etaAt > ?3 or (o.etaAt = ?3 and o.id > ?4))"
                                + " and (?5 is null or o.supplier = ?5) order by o.etaAt, o.id",
                        pickupPoint,
                        onlyOpen,
                        place.etaAt(),
                        place.id(),
                        scope.supplier())
                .page(Page.ofSize(atMost))
                .list()
                .stream()
                .map(PurchaseOrderRow::order)
                .toList();
    }
}
