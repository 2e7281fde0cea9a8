package io.orderjourney.order.orders.db;

import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderNumberTaken;
import io.orderjourney.order.orders.OrderUnknown;
import io.orderjourney.order.orders.Orders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** Orders in the tables {@code customer_order} and {@code order_line}. */
@ApplicationScoped
class PanacheOrders implements Orders {

    private final OrderRows rows;

    PanacheOrders(OrderRows rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Order> find(UUID id) {
        return rows.findByIdOptional(id).map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> findForChange(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(OrderRow::toOrder);
    }

    @Override
    public Optional<Order> findByNumber(String number) {
        return rows.find("number", number).firstResultOptional().map(OrderRow::toOrder);
    }

    @Override
    public Set<UUID> known(Collection<UUID> ids) {
        return rows.getEntityManager()
                .createQuery("select o.id from OrderRow o where o.id in :ids", UUID.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public String nextNumber() {
        while (true) {
            Object next = rows.getEntityManager()
                    .createNativeQuery("select nextval('order_number')")
                    .getSingleResult();
            String number = "A-" + next;
            // A storefront may have numbered its own orders in the same way.
            if (rows.count("number", number) == 0) {
                return number;
            }
        }
    }

    @Override
    public void add(Order order) {
        if (rows.count("number", order.number()) > 0) {
            throw new OrderNumberTaken();
        }
        try {
            rows.persistAndFlush(OrderRow.of(order));
        } catch (ConstraintViolationException takenMeanwhile) {
            throw new OrderNumberTaken();
        }
    }

    @Override
    public void change(Order order) {
        rows.findByIdOptional(order.id())
                .orElseThrow(() -> new OrderUnknown(order.id()))
                .take(order);
    }
}
