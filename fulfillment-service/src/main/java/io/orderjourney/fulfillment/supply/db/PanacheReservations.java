package io.orderjourney.fulfillment.supply.db;

import io.orderjourney.fulfillment.supply.OrderSupplyChange;
import io.orderjourney.fulfillment.supply.Reservation;
import io.orderjourney.fulfillment.supply.Reservations;
import io.orderjourney.fulfillment.supply.ReservedLine;
import io.orderjourney.fulfillment.supply.ReservedLine.Claim;
import io.orderjourney.fulfillment.supply.StockLevel;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reservations in the tables {@code reservation}, {@code reservation_line} and {@code reservation_claim}. Lines are read as
 * values, never as managed rows: a line of another item may change under another transaction's lock, and must be read
 * afresh each time.
 */
@ApplicationScoped
class PanacheReservations implements Reservations, PanacheRepositoryBase<ReservationRow, UUID> {

    /** The columns that {@link #waitingLine} reads. */
    private static final String SELECT_LINES =
            "select l.orderId, l.place, l.sku, l.name, l.quantity, l.priceMinor, l.onShelf, l.handedOver"
                    + " from ReservationLineRow l";

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
    public List<QueuedLine> waiting(StockLevel.Key item, long afterPlace, int atMost) {
        List<Object[]> rows = getEntityManager()
                .createQuery(
                        "select l.orderId, l.place, l.sku, l.name, l.quantity, l.priceMinor, l.onShelf, l.handedOver, r.expectedAt"
                                + " from ReservationLineRow l join ReservationRow r on r.orderId = l.orderId"
                                + " where l.pickupPoint = :pickupPoint and l.sku = :sku and l.place > :place"
                                + " and l.onShelf < l.quantity and not l.released order by l.place",
                        Object[].class)
                .setParameter("pickupPoint", item.pickupPoint())
                .setParameter("sku", item.sku())
                .setParameter("place", afterPlace)
                .setMaxResults(atMost)
                .getResultList();
        List<WaitingLine> lines = lines(rows);
        List<QueuedLine> queue = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            WaitingLine line = lines.get(index);
            queue.add(new QueuedLine(line.orderId(), line.place(), line.line(), (Instant) rows.get(index)[8]));
        }
        return queue;
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
    public void store(Collection<WaitingLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String[] orders = texts(lines, line -> line.orderId().toString());
        String[] skus = texts(lines, line -> line.line().sku());
        EntityManager rows = getEntityManager();
        rows.createNativeQuery("""
                        update reservation_line l set on_shelf = n.on_shelf
                        from unnest(cast(:orders as uuid[]), cast(:skus as text[]), cast(:onShelf as int[]))
                          as n (order_id, sku, on_shelf)
                        where l.order_id = n.order_id and l.sku = n.sku
                        """)
                .setParameter("orders", orders)
                .setParameter("skus", skus)
                .setParameter("onShelf", texts(lines, line -> line.line().onShelf()))
                .executeUpdate();
        rows.createNativeQuery("""
                        delete from reservation_claim c
                        using unnest(cast(:orders as uuid[]), cast(:skus as text[])) as n (order_id, sku)
                        where c.order_id = n.order_id and c.sku = n.sku
                        """)
                .setParameter("orders", orders)
                .setParameter("skus", skus)
                .executeUpdate();
        List<ReservationClaimRow> claims =
                lines.stream().flatMap(ReservationClaimRow::of).toList();
        if (!claims.isEmpty()) {
            rows.createNativeQuery("""
                            insert into reservation_claim (order_id, sku, purchase_order_id, quantity)
                            select * from unnest(cast(:orders as uuid[]), cast(:skus as text[]),
                              cast(:purchaseOrders as uuid[]), cast(:pieces as int[]))
                            """)
                    .setParameter("orders", texts(claims, claim -> claim.orderId.toString()))
                    .setParameter("skus", texts(claims, claim -> claim.sku))
                    .setParameter("purchaseOrders", texts(claims, claim -> claim.purchaseOrderId.toString()))
                    .setParameter("pieces", texts(claims, claim -> claim.quantity))
                    .executeUpdate();
        }
    }

    @Override
    public void replace(UUID orderId, String pickupPoint, Collection<WaitingLine> lines) {
        EntityManager rows = getEntityManager();
        rows.createNativeQuery("delete from reservation_claim where order_id = :order")
                .setParameter("order", orderId)
                .executeUpdate();
        rows.createNativeQuery(
                        "delete from reservation_line where order_id = :order and sku <> all(cast(:skus as text[]))")
                .setParameter("order", orderId)
                .setParameter("skus", texts(lines, line -> line.line().sku()))
                .executeUpdate();
        rows.createNativeQuery("""
                        insert into reservation_line
                          (order_id, sku, pickup_point, place, name, quantity, on_shelf, price_minor)
                        select :order, n.sku, :point, n.place, n.name, n.quantity, 0, cast(nullif(n.price, 'null') as bigint)
                        from unnest(cast(:skus as text[]), cast(:places as bigint[]), cast(:names as text[]),
                            cast(:quantities as int[]), cast(:prices as text[])) as n (sku, place, name, quantity, price)
                        on conflict (order_id, sku) do update set place = excluded.place, quantity = excluded.quantity,
                          on_shelf = 0, price_minor = excluded.price_minor
                        """)
                .setParameter("order", orderId)
                .setParameter("point", pickupPoint)
                .setParameter("skus", texts(lines, line -> line.line().sku()))
                .setParameter("places", texts(lines, WaitingLine::place))
                .setParameter("names", texts(lines, line -> line.line().name()))
                .setParameter("quantities", texts(lines, line -> line.line().quantity()))
                .setParameter("prices", texts(lines, line -> line.line().priceMinor()))
                .executeUpdate();
        store(lines);
    }

    /** An array of any type travels as its texts. */
    private static <T> String[] texts(Collection<T> values, Function<T, @Nullable Object> value) {
        return values.stream().map(one -> String.valueOf(value.apply(one))).toArray(String[]::new);
    }

    @Override
    public void handedOver(UUID orderId, Collection<String> skus) {
        getEntityManager()
                .createQuery(
                        "update ReservationLineRow set handedOver = true where orderId = :orderId and sku in :skus")
                .setParameter("orderId", orderId)
                .setParameter("skus", skus)
                .executeUpdate();
    }

    @Override
    public void release(UUID orderId) {
        EntityManager rows = getEntityManager();
        rows.createQuery("update ReservationLineRow set onShelf = 0, released = true"
                        + " where orderId = :orderId and not handedOver")
                .setParameter("orderId", orderId)
                .executeUpdate();
        rows.createQuery("delete from ReservationClaimRow where orderId = :orderId")
                .setParameter("orderId", orderId)
                .executeUpdate();
    }

    @Override
    public List<OrderSupplyChange> recordSupplyChanges(Collection<UUID> orderIds) {
        if (orderIds.isEmpty()) {
            return List.of();
        }
        List<?> recorded = getEntityManager()
                .createNativeQuery("""
                        select order_id, supply_state, expected_at, here_skus from reservation
                        where order_id = any(cast(:orders as uuid[])) order by order_id for no key update
                        """)
                .unwrap(NativeQuery.class)
                .addScalar("order_id", UUID.class)
                .addScalar("supply_state", String.class)
                .addScalar("expected_at", Instant.class)
                .addScalar("here_skus", String.class)
                .setParameter("orders", texts(orderIds, UUID::toString))
                .getResultList();
        Map<UUID, Reservation> now = of(orderIds);
        List<OrderSupplyChange> changes = recorded.stream()
                .map(row -> change((Object[]) row, now))
                .filter(OrderSupplyChange::isChange)
                .toList();
        record(changes);
        return changes;
    }

    private static OrderSupplyChange change(Object[] recorded, Map<UUID, Reservation> now) {
        UUID orderId = (UUID) recorded[0];
        String state = (String) recorded[1];
        return new OrderSupplyChange(
                orderId,
                state == null ? null : Supply.State.valueOf(state),
                (Instant) recorded[2],
                (String) recorded[3],
                Objects.requireNonNull(now.get(orderId)).supply());
    }

    private void record(List<OrderSupplyChange> changes) {
        if (!changes.isEmpty()) {
            getEntityManager()
                    .createNativeQuery("""
                            update reservation r
                            set supply_state = n.state, expected_at = cast(nullif(n.expected_at, 'null') as timestamptz),
                              here_skus = n.here
                            from unnest(cast(:orders as uuid[]), cast(:states as text[]), cast(:expectedAt as text[]),
                                cast(:here as text[])) as n (order_id, state, expected_at, here)
                            where r.order_id = n.order_id
                            """)
                    .setParameter(
                            "orders", texts(changes, change -> change.orderId().toString()))
                    .setParameter(
                            "states", texts(changes, change -> change.after().state()))
                    .setParameter(
                            "expectedAt",
                            texts(changes, change -> change.after().expectedAt()))
                    .setParameter(
                            "here",
                            texts(changes, change -> change.after().parts().hereAsText()))
                    .executeUpdate();
        }
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
        ReservedLine line = new ReservedLine(
                (String) row[2],
                (String) row[3],
                (Integer) row[4],
                (Long) row[5],
                (Integer) row[6],
                (Boolean) row[7],
                claims);
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
