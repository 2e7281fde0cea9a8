package io.orderjourney.notification.incidents;

/** The kinds of incident that the shop has a plan for. */
public enum IncidentKind {
    /** The shop's site does not answer. */
    SHOP_DOWN,
    /** The shop can neither send nor read mail. */
    MAIL_DOWN,
    /** Nobody gets through on the telephone. */
    PHONES_DOWN,
    /** A supplier does not deliver when it said. */
    SUPPLIER_LATE,
    /** No courier brings parcels. */
    COURIER_STRIKE,
    /** The bank neither decides nor sends papers. */
    BANK_DOWN,
    /** The shop itself did something wrong to many customers. */
    OWN_ERROR
}
