package io.orderjourney.contracts;

import java.util.Currency;

/**
 * An amount of money. We only show and compare it, so there is no arithmetic here beyond what an order's total needs.
 *
 * @param amountMinor in minor units of the currency (cents, grosz, kopecks), never negative
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    /** @throws IllegalArgumentException for a negative amount or an unknown currency */
    public Money {
        if (amountMinor < 0) {
            throw new IllegalArgumentException("An amount of money is not negative");
        }
        Currency.getInstance(currency);
    }
}
