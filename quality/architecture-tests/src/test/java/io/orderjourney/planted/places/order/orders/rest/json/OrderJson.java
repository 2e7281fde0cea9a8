package io.orderjourney.planted.places.order.orders.rest.json;

class OrderJson {}
