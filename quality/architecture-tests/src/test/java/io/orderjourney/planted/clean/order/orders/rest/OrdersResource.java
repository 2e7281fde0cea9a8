package io.orderjourney.planted.clean.order.orders.rest;

import io.orderjourney.planted.clean.order.orders.usecase.PlaceOrderHandler;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;

@Path("/orders")
public class OrdersResource {

    private final PlaceOrderHandler handler;

    public OrdersResource(PlaceOrderHandler handler) {
        this.handler = handler;
    }

    @POST
    @RolesAllowed("STOREFRONT")
    public boolean place(String orderId) {
        return handler.handle(orderId, Instant.EPOCH);
    }
}
