package io.orderjourney.order.orders;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import java.util.List;

/** The customer pays what the lines say, in one currency: what the storefront showed and what it sent must agree. */
public final class OrderTotalPolicy {

    private OrderTotalPolicy() {}

    /**
     * @throws CurrencyMismatch if a price and the total are in different currencies
     * @throws TotalMismatch if the total is not the sum of the lines
     */
    public static void require(List<OrderLine> lines, Money total) {
        if (!sum(lines, total.currency()).equals(total)) {
            throw new TotalMismatch();
        }
    }

    /**
     * What all lines cost.
     *
     * @throws CurrencyMismatch if a price is in another currency
     * @throws TotalMismatch if it is more than any total can be
     */
    static Money sum(List<OrderLine> lines, String currency) {
        long sumMinor = 0;
        for (OrderLine line : lines) {
            if (!line.unitPrice().currency().equals(currency)) {
                throw new CurrencyMismatch();
            }
            sumMinor = plus(sumMinor, line);
        }
        return new Money(sumMinor, currency);
    }

    private static long plus(long sumMinor, OrderLine line) {
        try {
            return Math.addExact(sumMinor, Math.multiplyExact(line.unitPrice().amountMinor(), (long) line.quantity()));
        } catch (ArithmeticException beyondAnyTotal) {
            throw new TotalMismatch();
        }
    }

    /** Prices and total are in more than one currency. */
    public static final class CurrencyMismatch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CurrencyMismatch() {
            super("An order is in one currency");
        }
    }

    /** The total is not the sum of the lines. */
    public static final class TotalMismatch extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TotalMismatch() {
            super("The total must be the sum of the lines");
        }
    }
}
