package io.orderjourney.order.customers.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The table {@code customer} as Panache sees it. */
@ApplicationScoped
class CustomerRows implements PanacheRepositoryBase<CustomerRow, UUID> {}
