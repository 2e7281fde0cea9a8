package io.orderjourney.notification.partners;

import io.orderjourney.contracts.Desk;
import org.jspecify.annotations.Nullable;

/** What a partner does for the shop. */
public enum PartnerRole {
    BANK(Desk.CREDIT),
    SUPPLIER(Desk.WAREHOUSE),
    COURIER(Desk.WAREHOUSE),
    /** Repairs what customers bring back. */
    WORKSHOP(Desk.CUSTOMER_CARE),
    /** Site, mail, domain. */
    HOSTING(null),
    /** Text messages, payments. */
    GATEWAY(null);

    private final @Nullable Desk desk;

    PartnerRole(@Nullable Desk desk) {
        this.desk = desk;
    }

    /** The desk that needs an answer from them in its hours; null if customers need them around the clock. */
    public @Nullable Desk desk() {
        return desk;
    }
}
