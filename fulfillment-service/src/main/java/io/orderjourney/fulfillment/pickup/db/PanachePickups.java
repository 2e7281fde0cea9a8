package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Orders to be picked up, in the tables {@code pickup} and {@code pickup_gate}. The gates have no lock of their own: they
 * are read and written by whoever holds their order.
 */
@ApplicationScoped
class PanachePickups implements Pickups, PanacheRepositoryBase<PickupRow, UUID> {

    @Override
    public void lockUnknown(UUID orderId) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:orderId, 0))")
                .setParameter("orderId", orderId.toString())
                .getSingleResult();
    }

    @Override
    public void add(Pickup pickup) {
        PickupRow row = new PickupRow();
        PickupMapping.write(pickup, row);
        persist(row);
        pickup.board()
                .gates()
                .forEach((gate, state) ->
                        getEntityManager().persist(PickupMapping.gateRow(pickup.orderId(), gate, state)));
        flush();
    }

    @Override
    public Optional<Pickup> find(UUID orderId) {
        return findByIdOptional(orderId).map(row -> PickupMapping.pickup(row, gates(orderId)));
    }

    @Override
    public Optional<Pickup> findForChange(UUID orderId) {
        hold(List.of(orderId));
        return find(orderId);
    }

    @Override
    public void hold(Collection<UUID> orderIds) {
        // The first reading in a transaction comes after this, so no row here is ever older than its lock. The database
        // compares UUIDs byte by byte, which is the order of their texts.
        getEntityManager()
                .createNativeQuery("""
                        select order_id from pickup where order_id = any(cast(:orderIds as uuid[]))
                        order by order_id for no key update
                        """)
                .setParameter("orderIds", orderIds.stream().map(UUID::toString).toArray(String[]::new))
                .getResultList();
    }

    @Override
    public void store(Pickup pickup) {
        PickupMapping.write(pickup, findById(pickup.orderId()));
        gates(pickup.orderId())
                .forEach(row -> PickupMapping.write(pickup.board().state(row.gate), row));
        flush();
    }

    @Override
    public void buffer(UUID orderId, Gate gate, Instant openedAt) {
        getEntityManager()
                .createNativeQuery("insert into early_gate (order_id, gate, opened_at)"
                        + " values (:orderId, :gate, :openedAt) on conflict do nothing")
                .setParameter("orderId", orderId)
                .setParameter("gate", gate.name())
                .setParameter("openedAt", openedAt)
                .executeUpdate();
    }

    @Override
    public void discard(UUID orderId, Gate gate) {
        getEntityManager()
                .createNativeQuery("delete from early_gate where order_id = :orderId and gate = :gate")
                .setParameter("orderId", orderId)
                .setParameter("gate", gate.name())
                .executeUpdate();
    }

    @Override
    public Map<Gate, Instant> drain(UUID orderId) {
        List<?> taken = getEntityManager()
                .createNativeQuery("delete from early_gate where order_id = :orderId returning gate, opened_at")
                .unwrap(org.hibernate.query.NativeQuery.class)
                .addScalar("gate", String.class)
                .addScalar("opened_at", Instant.class)
                .setParameter("orderId", orderId)
                .getResultList();
        Map<Gate, Instant> early = new EnumMap<>(Gate.class);
        for (Object row : taken) {
            Object[] columns = (Object[]) row;
            early.put(Gate.valueOf((String) columns[0]), (Instant) columns[1]);
        }
        return early;
    }

    private List<PickupGateRow> gates(UUID orderId) {
        return getEntityManager()
                .createQuery("from PickupGateRow where orderId = :orderId order by gate", PickupGateRow.class)
                .setParameter("orderId", orderId)
                .getResultList();
    }
}
