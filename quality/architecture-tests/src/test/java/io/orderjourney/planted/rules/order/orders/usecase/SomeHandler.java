package io.orderjourney.planted.rules.order.orders.usecase;

public class SomeHandler {}
