package io.orderjourney.planted.clean.order.orders.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class OrderRow {
    @Id
    String id;
}
