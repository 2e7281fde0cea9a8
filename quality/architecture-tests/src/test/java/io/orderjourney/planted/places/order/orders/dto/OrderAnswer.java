package io.orderjourney.planted.places.order.orders.dto;

class OrderAnswer {}
