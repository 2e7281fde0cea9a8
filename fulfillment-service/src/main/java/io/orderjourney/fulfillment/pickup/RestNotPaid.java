package io.orderjourney.fulfillment.pickup;

import io.orderjourney.contracts.Money;

/** The goods stay at the counter until the rest of the price is paid there. */
public final class RestNotPaid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Money rest;

    RestNotPaid(Money rest) {
        super("The rest of the price is paid at the counter before the goods are handed over");
        this.rest = rest;
    }

    public Money rest() {
        return rest;
    }
}
