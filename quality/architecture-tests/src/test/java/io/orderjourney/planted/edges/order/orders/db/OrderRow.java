package io.orderjourney.planted.edges.order.orders.db;

public class OrderRow {}
