package io.orderjourney.planted.cycles.order.calls.rest;

import io.orderjourney.planted.cycles.order.orders.Order;

class CallsResource {
    String show(Order order) {
        return order.number();
    }
}
