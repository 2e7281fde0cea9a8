package io.orderjourney.planted.data.order.orders.db;

import jakarta.persistence.Entity;

@Entity
class Payment {}
