package io.orderjourney.contracts;

/**
 * What the codes look like that people read and type: one definition for REST, events and consoles, so that what one
 * service takes no other one refuses. Ids that only programs handle are UUIDs.
 */
public final class Identifiers {

    /** 1 to 64 letters, digits, dots, underscores and dashes; the first one is a letter or a digit. */
    public static final String CODE = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

    /** The number of an order, e.g. {@code A-100042}; unique in a shop. */
    public static final String ORDER_NUMBER = CODE;

    /** The code of a pickup point, e.g. {@code WAW-CENTRUM}. */
    public static final String PICKUP_POINT = CODE;

    /** The number of an article, e.g. {@code PHN-NOVA-X5-256-BLK}. */
    public static final String SKU = CODE;

    /** For the message of a refusal. */
    public static final String MUST_BE_CODE = "must be 1 to 64 letters, digits, . _ - and begin with a letter or digit";

    private Identifiers() {}
}
