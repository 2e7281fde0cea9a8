package io.orderjourney.planted.data.order.orders.db;

import jakarta.transaction.Transactional;

@Transactional
class TransactionalRows {}
