package io.orderjourney.planted.edges.order.orders.rest;

public final class OrderView {
    public static void empty() {}
}
