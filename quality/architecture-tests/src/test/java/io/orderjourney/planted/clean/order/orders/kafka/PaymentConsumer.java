package io.orderjourney.planted.clean.order.orders.kafka;

import io.orderjourney.planted.clean.order.orders.usecase.PlaceOrderHandler;
import java.time.Instant;

public class PaymentConsumer {

    private final PlaceOrderHandler handler;

    public PaymentConsumer(PlaceOrderHandler handler) {
        this.handler = handler;
    }

    public void on(String orderId, Instant at) {
        handler.handle(orderId, at);
    }
}
