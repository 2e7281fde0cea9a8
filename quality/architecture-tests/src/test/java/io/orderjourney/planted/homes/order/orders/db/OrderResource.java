package io.orderjourney.planted.homes.order.orders.db;

class OrderResource {}
