package io.orderjourney.order.orders.db;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** One line of an order; its currency is the order's. */
@Embeddable
class OrderLineRow {

    String sku;

    String name;

    int quantity;

    @Column(name = "unit_price_minor")
    long unitPriceMinor;

    static OrderLineRow of(OrderLine line) {
        OrderLineRow row = new OrderLineRow();
        row.sku = line.sku();
        row.name = line.name();
        row.quantity = line.quantity();
        row.unitPriceMinor = line.unitPrice().amountMinor();
        return row;
    }

    OrderLine toLine(String currency) {
        return new OrderLine(sku, name, quantity, new Money(unitPriceMinor, currency));
    }
}
