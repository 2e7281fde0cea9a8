package io.orderjourney.order.orders.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table {@code customer_order} as Panache sees it. */
@ApplicationScoped
class OrderRows implements PanacheRepositoryBase<OrderRow, UUID> {}
