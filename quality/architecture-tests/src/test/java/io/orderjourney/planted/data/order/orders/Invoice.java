package io.orderjourney.planted.data.order.orders;

import jakarta.persistence.Entity;

@Entity
class Invoice {}
