package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.orders.AwaitedCall;
import io.orderjourney.order.orders.AwaitedCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The queue as the index on open promises keeps it; no counting, no sorting, and the orders with their lines at once. */
@ApplicationScoped
class PanacheAwaitedCalls implements AwaitedCalls {

    private static final String NEXT = """
            select p.id as promise_id, p.journey_id as order_id, p.due_at as due_at
            from promise p join customer_order o on o.id = p.journey_id
            where p.desk = :desk and p.kept_at is null and p.withdrawn_at is null and p.kind = :kind
              and (p.due_at, p.id) > (:after_due_at, :after_id)
            order by p.due_at, p.id limit :rows
            """;

    private static final Place BEFORE_ALL = new Place(Instant.EPOCH, new UUID(0, 0));

    private final OrderRows rows;

    PanacheAwaitedCalls(OrderRows rows) {
        this.rows = rows;
    }

    @Override
    public List<AwaitedCall> after(Optional<Place> place, int atMost) {
        Place from = place.orElse(BEFORE_ALL);
        List<Tuple> next = rows.getEntityManager()
                .createNativeQuery(NEXT, Tuple.class)
                .setParameter("desk", Desk.SALES.name())
                .setParameter("kind", PromiseKind.CONFIRMATION_CALL.name())
                .setParameter("after_due_at", from.dueAt())
                .setParameter("after_id", from.promiseId())
                .setParameter("rows", atMost)
                .getResultList();
        List<UUID> ids =
                next.stream().map(row -> row.get("order_id", UUID.class)).toList();
        Map<UUID, OrderRow> byId = rows.list("from OrderRow o join fetch o.lines where o.id in ?1", ids).stream()
                .collect(Collectors.toMap(row -> row.id, Function.identity()));
        return next.stream()
                .map(row -> new AwaitedCall(
                        Objects.requireNonNull(byId.get(row.get("order_id", UUID.class)))
                                .toOrder(),
                        row.get("promise_id", UUID.class),
                        row.get("due_at", Instant.class)))
                .toList();
    }
}
