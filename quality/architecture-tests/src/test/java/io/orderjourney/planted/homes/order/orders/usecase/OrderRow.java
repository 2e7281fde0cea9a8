package io.orderjourney.planted.homes.order.orders.usecase;

class OrderRow {}
