package io.orderjourney.planted.places.order.mapping;

class OrderMapping {}
