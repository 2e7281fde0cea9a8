package io.orderjourney.planted.rules.order.orders;

import io.orderjourney.planted.rules.order.orders.db.StoredRow;

class RuleWithRow {
    boolean isEmpty(Object row) {
        return row instanceof StoredRow[];
    }
}
