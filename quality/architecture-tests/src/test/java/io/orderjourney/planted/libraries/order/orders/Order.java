package io.orderjourney.planted.libraries.order.orders;

public record Order(String id) {}
