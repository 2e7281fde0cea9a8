package io.orderjourney.order.orders;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import java.util.List;

/** The customer pays what the lines say, in one currency: what the storefront showed and what it sent must agree. */
public final class OrderTotalPolicy {

    private OrderTotalPolicy() {}

    /** @throws OrderRefused if the total is not the sum of the lines, or the currencies differ */
    public static void require(List<OrderLine> lines, Money total) {
        long sumMinor = 0;
        for (OrderLine line : lines) {
            if (!line.unitPrice().currency().equals(total.currency())) {
                throw new OrderRefused(OrderRefused.Flaw.CURRENCIES_MIXED, "An order is in one currency");
            }
            sumMinor = plus(sumMinor, line);
        }
        if (sumMinor != total.amountMinor()) {
            throw new OrderRefused(OrderRefused.Flaw.TOTAL_WRONG, "The total must be the sum of the lines");
        }
    }

    private static long plus(long sumMinor, OrderLine line) {
        try {
            return Math.addExact(sumMinor, Math.multiplyExact(line.unitPrice().amountMinor(), (long) line.quantity()));
        } catch (ArithmeticException beyondAnyTotal) {
            throw new OrderRefused(OrderRefused.Flaw.TOTAL_WRONG, "The total must be the sum of the lines");
        }
    }
}
