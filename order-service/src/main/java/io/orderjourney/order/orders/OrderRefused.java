package io.orderjourney.order.orders;

/** The order as it was sent cannot be taken. */
public final class OrderRefused extends RuntimeException {

    /** What is wrong with it. */
    public enum Flaw {
        /** Prices and total are in more than one currency. */
        CURRENCIES_MIXED,
        /** The total is not the sum of the lines. */
        TOTAL_WRONG
    }

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    OrderRefused(Flaw flaw, String why) {
        super(why);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
