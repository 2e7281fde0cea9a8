package io.orderjourney.fulfillment.pickup.rest;

/** What codes in paths and bodies look like; anything else is refused before it is looked up. */
public final class Codes {

    /** Code of a pickup point, e.g. {@code WAW-01}. */
    public static final String PICKUP_POINT = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    /** Stock keeping unit, e.g. {@code PHONE-X1-BLACK}. */
    public static final String SKU = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    /** More pieces than this of one thing is a typing mistake. */
    public static final int PIECES_MAX = 100_000;

    private Codes() {}
}
