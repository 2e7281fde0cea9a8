package io.orderjourney.planted.rules.order.orders.db;

public class StoredRow {}
