package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Identifiers;

/** What codes in paths and bodies look like; anything else is refused before it is looked up. */
public final class Codes {

    /** Code of a pickup point, e.g. {@code WAW-01}. */
    public static final String PICKUP_POINT = Identifiers.PICKUP_POINT;

    /** Stock keeping unit, e.g. {@code PHONE-X1-BLACK}. */
    public static final String SKU = Identifiers.SKU;

    /** More pieces than this of one thing is a typing mistake. */
    public static final int PIECES_MAX = 100_000;

    private Codes() {}
}
