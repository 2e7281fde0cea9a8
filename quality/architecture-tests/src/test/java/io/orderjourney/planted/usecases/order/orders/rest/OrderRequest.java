package io.orderjourney.planted.usecases.order.orders.rest;

public record OrderRequest(String id) {}
