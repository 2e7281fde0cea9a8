package io.orderjourney.planted.data.order.orders.rest;

import jakarta.transaction.Transactional;

class TransactionalResource {
    @Transactional
    void change() {}
}
