package io.orderjourney.planted.edges.order.orders.http;

import io.orderjourney.planted.edges.order.orders.db.OrderRow;

class BankWithRow {
    void ask(OrderRow row) {}
}
