package io.orderjourney.planted.edges.order.orders.kafka;

import io.orderjourney.planted.edges.order.orders.rest.OrderView;

class ConsumerWithView {
    void on() {
        OrderView.empty();
    }
}
