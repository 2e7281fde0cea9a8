package io.orderjourney.planted.cycles.order.orders;

public record Order(String number) {}
