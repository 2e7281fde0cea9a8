package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;

/** Which service answers for a kind of promise: the one that serves its desk. A next update is given by every desk. */
public final class PromiseOwners {

    private PromiseOwners() {}

    /** Whether this service knows what a promise of this kind depends on. */
    public static boolean isOwner(String service, PromiseKind kind, ShopTerms terms) {
        return kind.equals(PromiseKind.NEXT_UPDATE) || service.equals(ownerOf(kind, terms));
    }

    /** @throws IllegalArgumentException for a kind the shop has no policy for */
    public static String ownerOf(PromiseKind kind, ShopTerms terms) {
        return serviceOf(terms.kind(kind).desk());
    }

    private static String serviceOf(Desk desk) {
        return switch (desk) {
            case SALES, CUSTOMER_CARE -> "order-service";
            case CREDIT -> "credit-service";
            case WAREHOUSE, PICKUP_POINT -> "fulfillment-service";
            case MANAGEMENT -> "notification-service";
        };
    }
}
