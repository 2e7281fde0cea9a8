package io.orderjourney.planted.edges.order.orders.rest;

import io.orderjourney.planted.edges.order.orders.db.OrderRow;

class ResourceWithRow {
    OrderRow show() {
        return null;
    }
}
