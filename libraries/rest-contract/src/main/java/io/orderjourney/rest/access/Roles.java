package io.orderjourney.rest.access;

import java.util.Set;

/** Who may do what, by name: for {@code @RolesAllowed}, which takes constants only. */
public final class Roles {

    public static final String STOREFRONT = "STOREFRONT";
    public static final String SALES = "SALES";
    public static final String CREDIT = "CREDIT";
    public static final String WAREHOUSE = "WAREHOUSE";
    public static final String PICKUP_POINT = "PICKUP_POINT";
    public static final String CUSTOMER_CARE = "CUSTOMER_CARE";
    public static final String MANAGEMENT = "MANAGEMENT";

    /** A supplier's or a warehouse's system. */
    public static final String PARTNER = "PARTNER";

    /** Whoever runs the services: dead letters and, in a demo, the clock. */
    public static final String OPERATOR = "OPERATOR";

    /** Every role there is. */
    public static final Set<String> ALL =
            Set.of(STOREFRONT, SALES, CREDIT, WAREHOUSE, PICKUP_POINT, CUSTOMER_CARE, MANAGEMENT, PARTNER, OPERATOR);

    private Roles() {}
}
