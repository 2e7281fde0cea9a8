package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.GateState;
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
 * are read and written under the lock of their order.
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
        row.write(pickup);
        persist(row);
        pickup.board()
                .gates()
                .forEach((gate, state) -> getEntityManager().persist(PickupGateRow.of(pickup.orderId(), gate, state)));
        flush();
    }

    @Override
    public Optional<Pickup> find(UUID orderId) {
        return findByIdOptional(orderId).map(row -> row.pickup(gates(orderId)));
    }

    @Override
    public Optional<Pickup> findForChange(UUID orderId) {
        lock(List.of(orderId));
        return find(orderId);
    }

    @Override
    public void lock(Collection<UUID> orderIds) {
        // A row is first read after this, so it is never older than its lock. The database compares UUIDs byte by byte,
        // which is the order of their texts.
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
        findById(pickup.orderId()).write(pickup);
        Map<Gate, GateState> added = new EnumMap<>(pickup.board().gates());
        for (PickupGateRow row : gates(pickup.orderId())) {
            GateState state = added.remove(row.gate);
            if (state == null) {
                getEntityManager().remove(row);
            } else {
                row.write(state);
            }
        }
        added.forEach((gate, state) -> getEntityManager().persist(PickupGateRow.of(pickup.orderId(), gate, state)));
        flush();
    }

    @Override
    public void buffer(UUID orderId, Gate gate, Instant openedAt) {
        getEntityManager()
                .createNativeQuery("insert into buffered_gate (order_id, gate, opened_at)"
                        + " values (:orderId, :gate, :openedAt) on conflict do nothing")
                .setParameter("orderId", orderId)
                .setParameter("gate", gate.name())
                .setParameter("openedAt", openedAt)
                .executeUpdate();
    }

    @Override
    public void discard(UUID orderId, Gate gate) {
        getEntityManager()
                .createNativeQuery("delete from buffered_gate where order_id = :orderId and gate = :gate")
                .setParameter("orderId", orderId)
                .setParameter("gate", gate.name())
                .executeUpdate();
    }

    @Override
    public Map<Gate, Instant> drain(UUID orderId) {
        List<?> taken = getEntityManager()
                .createNativeQuery("delete from buffered_gate where order_id = :orderId returning gate, opened_at")
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

    @Override
    public void bufferCreditRefused(UUID orderId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into buffered_credit_refusal (order_id) values (:orderId) on conflict do nothing")
                .setParameter("orderId", orderId)
                .executeUpdate();
    }

    @Override
    public boolean drainCreditRefused(UUID orderId) {
        return getEntityManager()
                        .createNativeQuery("delete from buffered_credit_refusal where order_id = :orderId")
                        .setParameter("orderId", orderId)
                        .executeUpdate()
                > 0;
    }

    private List<PickupGateRow> gates(UUID orderId) {
        return getEntityManager()
                .createQuery("from PickupGateRow where orderId = :orderId order by gate", PickupGateRow.class)
                .setParameter("orderId", orderId)
                .getResultList();
    }
}
