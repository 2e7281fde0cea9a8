package io.orderjourney.planted.usecases.order.orders.usecase;

import io.orderjourney.planted.usecases.order.orders.rest.OrderRequest;

class HandlerWithRequest {
    void handle(OrderRequest request) {}
}
