package io.orderjourney.planted.homes.order.orders.rest;

class OrderConsumer {}
