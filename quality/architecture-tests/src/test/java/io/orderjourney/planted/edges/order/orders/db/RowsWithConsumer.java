package io.orderjourney.planted.edges.order.orders.db;

import io.orderjourney.planted.edges.order.calls.kafka.CallConsumer;

class RowsWithConsumer extends CallConsumer {}
