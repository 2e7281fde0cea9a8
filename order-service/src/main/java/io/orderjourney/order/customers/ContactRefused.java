package io.orderjourney.order.customers;

/** With this contact data nobody can reach the customer, or nobody knows when he sleeps. */
public final class ContactRefused extends RuntimeException {

    /** What is wrong with it. */
    public enum Flaw {
        /** Neither e-mail nor telephone. */
        NO_WAY,
        /** The preferred channel needs what is not given. */
        CHANNEL_LEADS_NOWHERE,
        /** No such time zone. */
        TIME_ZONE_UNKNOWN
    }

    private static final long serialVersionUID = 1L;

    private final Flaw flaw;

    ContactRefused(Flaw flaw, String why) {
        super(why);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
