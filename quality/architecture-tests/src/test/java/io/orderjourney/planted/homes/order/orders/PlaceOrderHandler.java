package io.orderjourney.planted.homes.order.orders;

class PlaceOrderHandler {}
