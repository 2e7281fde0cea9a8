package io.orderjourney.fulfillment.pickup.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.fulfillment.pickup.GateState;
import io.orderjourney.fulfillment.pickup.GoodsLoss;
import io.orderjourney.fulfillment.pickup.IssuedCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.Pickups;
import io.orderjourney.promises.JourneyPoints;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Orders to be picked up, in the tables {@code pickup} and {@code pickup_gate}. The gates have no lock of their own: they
 * are read and written under the lock of their order.
 */
@ApplicationScoped
class PanachePickups implements Pickups, JourneyPoints, PanacheRepositoryBase<PickupRow, UUID> {

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
    public List<Pickup> of(List<UUID> orderIds) {
        Map<UUID, Pickup> found = pickups(list("orderId in ?1", orderIds)).stream()
                .collect(Collectors.toMap(Pickup::orderId, Function.identity()));
        return orderIds.stream()
                .flatMap(orderId -> Stream.ofNullable(found.get(orderId)))
                .toList();
    }

    @Override
    public List<UUID> promised(PromiseKind kind, Desk desk, @Nullable String pickupPoint, int atMost) {
        return ids("""
                select k.order_id from promise p join pickup k on k.order_id = p.journey_id
                where p.kind = :kind and p.desk = :desk and p.kept_at is null and p.withdrawn_at is null
                    and (cast(:pickupPoint as text) is null or k.pickup_point = :pickupPoint)
                order by p.due_at, p.id limit :atMost
                """, Map.of("kind", kind.name(), "desk", desk.name(), "atMost", atMost), pickupPoint);
    }

    @Override
    public Optional<UUID> ofNumber(String orderNumber) {
        return ids(
                        "select order_id from pickup where lower(order_number) = lower(:number) limit 1",
                        Map.of("number", orderNumber))
                .stream()
                .findFirst();
    }

    @Override
    public List<UUID> ofName(List<String> words, @Nullable String pickupPoint, int atMost) {
        return ids("""
                select k.order_id from customer_contact c join pickup k on k.customer_id = c.customer_id
                where c.name_words @> cast(:words as text[]) and k.handed_over_at is null and k.journey_end is null
                    and (cast(:pickupPoint as text) is null or k.pickup_point = :pickupPoint)
                order by k.placed_at, k.order_id limit :atMost
                """, Map.of("words", words.toArray(String[]::new), "atMost", atMost), pickupPoint);
    }

    @Override
    public List<Pickup> page(String pickupPoint, Optional<Place> after, int atMost) {
        Place place = after.orElse(new Place(Instant.EPOCH, new UUID(0, 0)));
        return pickups(find(
                        "pickupPoint = ?1 and handedOverAt is null and end is null"
                                + " and (placedAt > ?2 or (placedAt = ?2 and orderId > ?3)) order by placedAt, orderId",
                        pickupPoint,
                        place.placedAt(),
                        place.orderId())
                .page(Page.ofSize(atMost))
                .list());
    }

    /** As the index agreed_slot keeps them. */
    @Override
    public List<Instant> agreed(String pickupPoint, UUID exceptOrderId, Instant from, Instant until) {
        return getEntityManager()
                .createNativeQuery("""
                        select p.window_start_at from promise p join pickup k on k.order_id = p.journey_id
                        where p.kind = 'PICKUP_SLOT' and p.kept_at is null and p.withdrawn_at is null
                          and p.due_at - p.window_start_at <= interval '1 hour'
                          and p.window_start_at >= :from and p.window_start_at < :until
                          and k.pickup_point = :point and k.order_id <> :except
                        """)
                .unwrap(NativeQuery.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("point", pickupPoint)
                .setParameter("except", exceptOrderId)
                .addScalar("window_start_at", Instant.class)
                .getResultList();
    }

    @Override
    public void lockSlots(String pickupPoint) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended('slots of ' || :point, 0))")
                .setParameter("point", pickupPoint)
                .getSingleResult();
    }

    @Override
    public Optional<String> pointOf(UUID journeyId) {
        return find("orderId", journeyId)
                .project(PointOnly.class)
                .firstResultOptional()
                .map(PointOnly::pickupPoint);
    }

    /** One column of the row. */
    record PointOnly(String pickupPoint) {}

    @Override
    public long revision() {
        return (long) getEntityManager()
                .createNativeQuery("select coalesce(max(position), 0) from journey_event", Long.class)
                .getSingleResult();
    }

    private List<UUID> ids(String query, Map<String, Object> values, @Nullable String pickupPoint) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("pickupPoint", pickupPoint);
        return ids(query, all);
    }

    private List<UUID> ids(String query, Map<String, Object> values) {
        NativeQuery<?> select = getEntityManager().createNativeQuery(query).unwrap(NativeQuery.class);
        values.forEach(select::setParameter);
        return select.addScalar("order_id", UUID.class).getResultList().stream()
                .map(UUID.class::cast)
                .toList();
    }

    private List<Pickup> pickups(List<PickupRow> rows) {
        Map<UUID, List<PickupGateRow>> gates =
                gates(rows.stream().map(row -> row.orderId).toList());
        return rows.stream()
                .map(row -> row.pickup(gates.getOrDefault(row.orderId, List.of())))
                .toList();
    }

    @Override
    public Optional<Pickup> findForChange(UUID orderId) {
        lock(List.of(orderId));
        return find(orderId);
    }

    @Override
    public Map<UUID, Pickup> findForChange(Collection<UUID> orderIds) {
        lock(orderIds);
        return of(List.copyOf(orderIds)).stream().collect(Collectors.toMap(Pickup::orderId, Function.identity()));
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
        store(List.of(pickup));
    }

    @Override
    public void store(Collection<Pickup> pickups) {
        if (!pickups.isEmpty()) {
            Map<UUID, List<PickupGateRow>> gates =
                    gates(pickups.stream().map(Pickup::orderId).toList());
            pickups.forEach(pickup -> write(pickup, gates.getOrDefault(pickup.orderId(), List.of())));
            flush();
        }
    }

    private void write(Pickup pickup, List<PickupGateRow> gates) {
        findById(pickup.orderId()).write(pickup);
        Map<Gate, GateState> added = new EnumMap<>(pickup.board().gates());
        for (PickupGateRow row : gates) {
            GateState state = added.remove(row.gate);
            if (state == null) {
                getEntityManager().remove(row);
            } else {
                row.write(state);
            }
        }
        added.forEach((gate, state) -> getEntityManager().persist(PickupGateRow.of(pickup.orderId(), gate, state)));
    }

    @Override
    public void addLoss(GoodsLoss loss) {
        getEntityManager()
                .createNativeQuery("""
                        insert into goods_loss (order_id, pickup_point, sku, pieces, reason, reported_by, reported_at)
                        values (:orderId, :pickupPoint, :sku, :pieces, :reason, :by, :at)
                        """)
                .setParameter("orderId", loss.orderId())
                .setParameter("pickupPoint", loss.pickupPoint())
                .setParameter("sku", loss.sku())
                .setParameter("pieces", loss.pieces())
                .setParameter("reason", loss.reason().name())
                .setParameter("by", loss.by())
                .setParameter("at", loss.at())
                .executeUpdate();
    }

    @Override
    public Optional<IssuedCode> codeForChange(UUID orderId) {
        List<?> found = getEntityManager()
                .createNativeQuery("select code_id, wrong_tries, issued_at from collector_code"
                        + " where order_id = :orderId for update")
                .unwrap(NativeQuery.class)
                .addScalar("code_id", UUID.class)
                .addScalar("wrong_tries", Integer.class)
                .addScalar("issued_at", Instant.class)
                .setParameter("orderId", orderId)
                .getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new IssuedCode(orderId, (UUID) row[0], (Integer) row[1], (Instant) row[2]))
                .findFirst();
    }

    @Override
    public void store(IssuedCode code) {
        getEntityManager()
                .createNativeQuery("""
                        insert into collector_code (order_id, code_id, wrong_tries, issued_at)
                        values (:orderId, :codeId, :wrongTries, :issuedAt)
                        on conflict (order_id) do update set code_id = excluded.code_id,
                          wrong_tries = excluded.wrong_tries, issued_at = excluded.issued_at
                        """)
                .setParameter("orderId", code.orderId())
                .setParameter("codeId", code.codeId())
                .setParameter("wrongTries", code.wrongTries())
                .setParameter("issuedAt", code.issuedAt())
                .executeUpdate();
    }

    @Override
    public void removeCode(UUID orderId) {
        getEntityManager()
                .createNativeQuery("delete from collector_code where order_id = :orderId")
                .setParameter("orderId", orderId)
                .executeUpdate();
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
        return gates(List.of(orderId)).getOrDefault(orderId, List.of());
    }

    private Map<UUID, List<PickupGateRow>> gates(Collection<UUID> orderIds) {
        return getEntityManager()
                .createQuery("from PickupGateRow where orderId in :orderIds order by gate", PickupGateRow.class)
                .setParameter("orderIds", orderIds)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(row -> row.orderId));
    }
}
