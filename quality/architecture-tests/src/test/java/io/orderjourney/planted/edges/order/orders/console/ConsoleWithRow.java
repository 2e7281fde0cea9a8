package io.orderjourney.planted.edges.order.orders.console;

import io.orderjourney.planted.edges.order.orders.db.OrderRow;
import java.util.List;

class ConsoleWithRow {
    List<OrderRow> rows;
}
