package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.Orders;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Orders in the tables {@code customer_order} and {@code order_line}. */
@ApplicationScoped
class PanacheOrders implements Orders, PanacheRepositoryBase<OrderRow, UUID> {

    /** The queue as the index on open promises keeps it: no counting, no sorting. */
    private static final String QUEUE = """
            select p.id as promise_id, p.journey_id as journey_id, p.due_at as due_at
            from promise p join customer_order o on o.journey_id = p.journey_id
            where p.desk = :desk and p.kept_at is null and p.withdrawn_at is null and p.kind = :kind
              and (p.due_at, p.id) > (:after_due_at, :after_id)
            order by p.due_at, p.id limit :rows
            """;

    /** Which promises stand at the head of the queue, and how often each and its order changed, in one number. */
    private static final String QUEUE_REVISION = """
            select coalesce(bit_xor(hashtextextended(cast(head.id as text), head.changes)), 0) from (
              select p.id, o.version * 1000 + p.revision as changes
              from promise p join customer_order o on o.journey_id = p.journey_id
              where p.desk = :desk and p.kept_at is null and p.withdrawn_at is null and p.kind = :kind
              order by p.due_at, p.id limit :rows) head
            """;

    /** More rows than anybody has on a screen. */
    private static final int HEAD_ROWS = 200;

    private static final String NEWEST_OF = """
            select newest.journey_id from unnest(:customers) as customer(id) cross join lateral (
              select o.journey_id from customer_order o where o.customer_id = customer.id
              order by o.journey_id desc limit :rows) newest
            """;

    /** A range and not a pattern, so that every plan uses the index. */
    private static final String NUMBERED = """
            select journey_id from customer_order
            where reverse(upper(order_number)) collate "C" >= reverse(upper(cast(:number as text)))
              and reverse(upper(order_number)) collate "C" < reverse(upper(cast(:number as text))) || cast(:after_all as text)
            order by reverse(upper(order_number)) collate "C" limit :rows
            """;

    private static final String AFTER_ALL = Character.toString(Character.MAX_CODE_POINT);

    private static final QueuePosition HEAD = new QueuePosition(Instant.EPOCH, new UUID(0, 0));

    private final NewOrders newOrders;

    PanacheOrders(NewOrders newOrders) {
        this.newOrders = newOrders;
    }

    @Override
    public Order get(UUID journeyId) {
        return findByIdOptional(journeyId).map(OrderRow::toOrder).orElseThrow(() -> new Order.NotFound(journeyId));
    }

    @Override
    public Optional<Order> findForChange(UUID journeyId) {
        return findByIdOptional(journeyId, LockModeType.PESSIMISTIC_WRITE).map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> findByNumber(String number) {
        return find("number", number).firstResultOptional().map(OrderRow::toOrder);
    }

    @Override
    public List<Order> numbered(String end, int limit) {
        return newestFirst(getEntityManager()
                .createNativeQuery(NUMBERED, UUID.class)
                .setParameter("number", end)
                .setParameter("after_all", AFTER_ALL)
                .setParameter("rows", limit)
                .getResultList());
    }

    @Override
    public List<Order> newestOf(Collection<UUID> customerIds, int limitForEach) {
        return newestFirst(getEntityManager()
                .createNativeQuery(NEWEST_OF, UUID.class)
                .setParameter("customers", customerIds.toArray(UUID[]::new))
                .setParameter("rows", limitForEach)
                .getResultList());
    }

    @Override
    public boolean hasOpen(UUID customerId) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from customer_order where customer_id = :customer and ended_at is null limit 1")
                .setParameter("customer", customerId)
                .getResultList()
                .isEmpty();
    }

    private List<Order> newestFirst(List<UUID> ids) {
        return withLines(ids).stream()
                .sorted(Comparator.comparing(Order::placedAt).reversed())
                .toList();
    }

    /** All orders with their lines in one statement. */
    private List<Order> withLines(List<UUID> ids) {
        return list("from OrderRow o join fetch o.lines where o.journeyId in ?1", ids).stream()
                .map(OrderRow::toOrder)
                .toList();
    }

    @Override
    public Set<UUID> existing(Collection<UUID> journeyIds) {
        return getEntityManager()
                .createQuery("select o.journeyId from OrderRow o where o.journeyId in :ids", UUID.class)
                .setParameter("ids", journeyIds)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public List<AwaitingCall> awaitingCall(Desk desk, PromiseKind call, Optional<QueuePosition> after, int limit) {
        QueuePosition from = after.orElse(HEAD);
        List<Tuple> calls = getEntityManager()
                .createNativeQuery(QUEUE, Tuple.class)
                .setParameter("desk", desk.name())
                .setParameter("kind", call.name())
                .setParameter("after_due_at", from.dueAt())
                .setParameter("after_id", from.promiseId())
                .setParameter("rows", limit)
                .getResultList();
        List<UUID> ids =
                calls.stream().map(row -> row.get("journey_id", UUID.class)).toList();
        Map<UUID, Order> orders =
                withLines(ids).stream().collect(Collectors.toMap(Order::journeyId, Function.identity()));
        return calls.stream()
                .map(row -> new AwaitingCall(
                        Objects.requireNonNull(orders.get(row.get("journey_id", UUID.class))),
                        row.get("promise_id", UUID.class),
                        row.get("due_at", Instant.class)))
                .toList();
    }

    @Override
    public long queueRevision(Desk desk, PromiseKind call) {
        return (long) getEntityManager()
                .createNativeQuery(QUEUE_REVISION, Long.class)
                .setParameter("desk", desk.name())
                .setParameter("kind", call.name())
                .setParameter("rows", HEAD_ROWS)
                .getSingleResult();
    }

    @Override
    public List<String> nextNumbers(int count) {
        List<String> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            // A storefront may have numbered its own orders in the same way.
            numbers.addAll(newOrders.drawNumbers(count - numbers.size()));
        }
        return numbers;
    }

    @Override
    public Set<String> numbersTaken(Collection<String> numbers) {
        return newOrders.numbersTaken(numbers);
    }

    @Override
    public void add(Collection<Order> orders) {
        newOrders.insert(orders);
    }

    @Override
    public void change(Order order) {
        findByIdOptional(order.journeyId())
                .orElseThrow(() -> new Order.NotFound(order.journeyId()))
                .update(order);
    }
}
