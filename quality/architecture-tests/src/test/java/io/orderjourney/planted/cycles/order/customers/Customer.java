package io.orderjourney.planted.cycles.order.customers;

public record Customer(String id) {}
