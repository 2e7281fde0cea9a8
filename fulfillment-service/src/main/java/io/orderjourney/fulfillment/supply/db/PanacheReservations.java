package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import io.orderjourney.fulfillment.supply.Supply;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/**
 * Reservations in the tables {@code reservation}, {@code reservation_line} and {@code reservation_claim}. Lines are read as
 * values, never as managed rows: a line of another item may change under another transaction's lock, and must be read
 * afresh each time.
 */
@ApplicationScoped
class PanacheReservations implements Reservations, PanacheRepositoryBase<ReservationRow, UUID> {

    /** The columns that {@link #waitingLine} reads. */
    private static final String SELECT_LINES =
            "select l.orderId, l.place, l.sku, l.name, l.quantity, l.onShelf from ReservationLineRow l";

    @Override
    public long nextPlace() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('reservation_place')")
                        .getSingleResult())
                .longValue();
    }

    @Override
    public void add(Reservation reservation) {
        persist(ReservationRow.of(reservation));
        for (ReservedLine line : reservation.lines()) {
            getEntityManager().persist(ReservationLineRow.of(reservation, line));
        }
        flush();
    }

    @Override
    public Optional<Destination> destination(UUID orderId) {
        List<Object[]> rows = getEntityManager()
                .createQuery(
                        "select l.pickupPoint, l.sku from ReservationLineRow l where l.orderId = :id order by l.sku",
                        Object[].class)
                .setParameter("id", orderId)
                .getResultList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Destination(
                        (String) rows.get(0)[0],
                        rows.stream().map(row -> (String) row[1]).toList()));
    }

    @Override
    public Optional<Reservation> find(UUID orderId) {
        List<ReservedLine> lines =
                linesForChange(orderId).stream().map(WaitingLine::line).toList();
        return findByIdOptional(orderId)
                .map(row -> new Reservation(orderId, row.pickupPoint, row.place, row.reservedAt, lines));
    }

    @Override
    public Map<UUID, Reservation> of(Collection<UUID> orderIds) {
        List<Object[]> rows = orderIds.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(SELECT_LINES + " where l.orderId in :orderIds order by l.sku", Object[].class)
                        .setParameter("orderIds", orderIds)
                        .getResultList();
        Map<UUID, List<ReservedLine>> lines = lines(rows).stream()
                .collect(Collectors.groupingBy(
                        WaitingLine::orderId, Collectors.mapping(WaitingLine::line, Collectors.toList())));
        return list("orderId in ?1", orderIds).stream()
                .map(row -> new Reservation(
                        row.orderId,
                        row.pickupPoint,
                        row.place,
                        row.reservedAt,
                        lines.getOrDefault(row.orderId, List.of())))
                .collect(Collectors.toMap(Reservation::orderId, Function.identity()));
    }

    @Override
    public List<UUID> waitingFor(UUID purchaseOrderId, int atMost) {
        return getEntityManager()
                .createQuery(
                        "select distinct r.orderId, r.place from ReservationClaimRow c join ReservationRow r"
                                + " on r.orderId = c.orderId where c.purchaseOrderId = :id order by r.place",
                        Object[].class)
                .setParameter("id", purchaseOrderId)
                .setMaxResults(atMost)
                .getResultList()
                .stream()
                .map(row -> (UUID) row[0])
                .toList();
    }

    @Override
    public Map<UUID, Waiting> waitingFor(Collection<UUID> purchaseOrderIds, int countMax) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select o.id, count(w.order_id) orders, count(*) filter (where p.due_at < o.eta_at) slipping,
                            min(p.due_at) next_due_at
                        from purchase_order o
                        cross join lateral (
                            select distinct order_id from (
                                select order_id from reservation_claim where purchase_order_id = o.id limit :countMax
                            ) claims) w
                        left join promise p on p.journey_id = w.order_id and p.kind = 'PICKUP_READY'
                            and p.kept_at is null and p.withdrawn_at is null
                        where o.id = any(cast(:ids as uuid[])) group by o.id
                        """)
                .unwrap(NativeQuery.class)
                .addScalar("id", UUID.class)
                .addScalar("orders", Integer.class)
                .addScalar("slipping", Integer.class)
                .addScalar("next_due_at", Instant.class)
                .setParameter(
                        "ids", purchaseOrderIds.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("countMax", countMax)
                .getResultList();
        Map<UUID, Waiting> waiting = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            waiting.put(
                    (UUID) columns[0], new Waiting((Integer) columns[1], (Integer) columns[2], (Instant) columns[3]));
        }
        return waiting;
    }

    @Override
    public List<WaitingLine> waiting(String pickupPoint, Collection<String> skus) {
        List<Object[]> rows = getEntityManager()
                .createQuery(
                        SELECT_LINES + " where l.pickupPoint = :pickupPoint and l.sku in :skus"
                                + " and l.onShelf < l.quantity and not l.released order by l.sku, l.place",
                        Object[].class)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", skus)
                .getResultList();
        return lines(rows);
    }

    @Override
    public Set<UUID> lockWaiting(String pickupPoint, Collection<String> skus) {
        List<?> locked = getEntityManager()
                .createNativeQuery("""
                        select order_id from reservation where order_id in (
                            select order_id from reservation_line
                            where pickup_point = :pickupPoint and sku = any(cast(:skus as text[]))
                                and on_shelf < quantity and not released)
                        order by order_id for no key update
                        """)
                .unwrap(NativeQuery.class)
                .addScalar("order_id", UUID.class)
                .setParameter("pickupPoint", pickupPoint)
                .setParameter("skus", skus.toArray(String[]::new))
                .getResultList();
        return locked.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @Override
    public List<WaitingLine> linesForChange(UUID orderId) {
        List<Object[]> rows = getEntityManager()
                .createQuery(SELECT_LINES + " where l.orderId = :orderId order by l.sku", Object[].class)
                .setParameter("orderId", orderId)
                .getResultList();
        return lines(rows);
    }

    @Override
    public void store(UUID orderId, ReservedLine line) {
        EntityManager rows = getEntityManager();
        rows.createQuery("update ReservationLineRow set onShelf = :onShelf where orderId = :orderId and sku = :sku")
                .setParameter("onShelf", line.onShelf())
                .setParameter("orderId", orderId)
                .setParameter("sku", line.sku())
                .executeUpdate();
        rows.createQuery("delete from ReservationClaimRow where orderId = :orderId and sku = :sku")
                .setParameter("orderId", orderId)
                .setParameter("sku", line.sku())
                .executeUpdate();
        for (Claim claim : line.claims()) {
            rows.createQuery("insert into ReservationClaimRow (orderId, sku, purchaseOrderId, quantity)"
                            + " values (:orderId, :sku, :purchaseOrderId, :quantity)")
                    .setParameter("orderId", orderId)
                    .setParameter("sku", line.sku())
                    .setParameter("purchaseOrderId", claim.purchaseOrderId())
                    .setParameter("quantity", claim.pieces())
                    .executeUpdate();
        }
    }

    @Override
    public void release(UUID orderId) {
        EntityManager rows = getEntityManager();
        rows.createQuery("update ReservationLineRow set onShelf = 0, released = true where orderId = :orderId")
                .setParameter("orderId", orderId)
                .executeUpdate();
        rows.createQuery("delete from ReservationClaimRow where orderId = :orderId")
                .setParameter("orderId", orderId)
                .executeUpdate();
    }

    @Override
    public Map<UUID, Integer> claimed(Collection<UUID> purchaseOrderIds, String sku) {
        Map<UUID, Integer> claimed = new HashMap<>();
        if (!purchaseOrderIds.isEmpty()) {
            getEntityManager()
                    .createQuery(
                            "select c.purchaseOrderId, sum(c.quantity) from ReservationClaimRow c"
                                    + " where c.purchaseOrderId in :ids and c.sku = :sku group by c.purchaseOrderId",
                            Object[].class)
                    .setParameter("ids", purchaseOrderIds)
                    .setParameter("sku", sku)
                    .getResultList()
                    .forEach(row -> claimed.put((UUID) row[0], ((Number) row[1]).intValue()));
        }
        return claimed;
    }

    @Override
    public OrderSupplyChange recordSupplyChange(UUID orderId) {
        getEntityManager()
                .createNativeQuery("select 1 from reservation where order_id = :orderId for no key update")
                .setParameter("orderId", orderId)
                .getResultList();
        ReservationRow row = findById(orderId);
        getEntityManager().refresh(row);
        Supply now = Supply.of(
                linesForChange(orderId).stream().map(WaitingLine::line).toList());
        OrderSupplyChange change = new OrderSupplyChange(orderId, row.supplyState, row.expectedAt, now);
        row.supplyState = now.state();
        row.expectedAt = now.expectedAt();
        flush();
        return change;
    }

    private List<WaitingLine> lines(List<Object[]> rows) {
        List<UUID> orders = rows.stream().map(row -> (UUID) row[0]).distinct().toList();
        Map<ReservationLineRow.Key, List<Claim>> claims = claims(orders);
        return rows.stream()
                .map(row -> waitingLine(
                        row,
                        claims.getOrDefault(new ReservationLineRow.Key((UUID) row[0], (String) row[2]), List.of())))
                .toList();
    }

    static WaitingLine waitingLine(Object[] row, List<Claim> claims) {
        ReservedLine line =
                new ReservedLine((String) row[2], (String) row[3], (Integer) row[4], (Integer) row[5], claims);
        return new WaitingLine((UUID) row[0], (Long) row[1], line);
    }

    private Map<ReservationLineRow.Key, List<Claim>> claims(List<UUID> orders) {
        Map<ReservationLineRow.Key, List<Claim>> claims = new HashMap<>();
        if (orders.isEmpty()) {
            return claims;
        }
        List<Object[]> rows = getEntityManager()
                .createQuery(
                        "select c.orderId, c.sku, c.purchaseOrderId, p.supplier, p.etaAt, c.quantity"
                                + " from ReservationClaimRow c join PurchaseOrderRow p on p.id = c.purchaseOrderId"
                                + " where c.orderId in :orders order by p.etaAt, p.id",
                        Object[].class)
                .setParameter("orders", orders)
                .getResultList();
        for (Object[] row : rows) {
            claims.computeIfAbsent(new ReservationLineRow.Key((UUID) row[0], (String) row[1]), any -> new ArrayList<>())
                    .add(new Claim((UUID) row[2], (String) row[3], (Instant) row[4], (Integer) row[5]));
        }
        return claims;
    }
}
