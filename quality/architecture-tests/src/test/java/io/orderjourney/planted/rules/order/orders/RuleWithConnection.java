package io.orderjourney.planted.rules.order.orders;

import java.sql.Connection;

record RuleWithConnection(Connection connection) {}
