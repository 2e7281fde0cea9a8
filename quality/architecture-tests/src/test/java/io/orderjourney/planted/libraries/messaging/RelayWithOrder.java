package io.orderjourney.planted.libraries.messaging;

import io.orderjourney.planted.libraries.order.orders.Order;

class RelayWithOrder {
    void publish(Order order) {}
}
