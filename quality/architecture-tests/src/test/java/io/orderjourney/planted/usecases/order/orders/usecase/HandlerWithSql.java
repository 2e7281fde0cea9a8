package io.orderjourney.planted.usecases.order.orders.usecase;

import javax.sql.DataSource;

class HandlerWithSql {
    HandlerWithSql(DataSource dataSource) {}
}
