package io.orderjourney.console.desk;

import io.orderjourney.rest.access.Roles;
import java.util.List;
import java.util.Set;

/** The desks of the shop that have a screen, in whichever service, by the role that opens each. */
public final class Desks {

    private record Desk(String name, String role) {}

    private static final List<Desk> ALL = List.of(
            new Desk("sales", Roles.SALES),
            new Desk("care", Roles.CUSTOMER_CARE),
            new Desk("credit", Roles.CREDIT),
            new Desk("warehouse", Roles.WAREHOUSE),
            new Desk("pickup", Roles.PICKUP_POINT),
            new Desk("board", Roles.MANAGEMENT));

    private Desks() {}

    /** The names, as in the address, of those that somebody with these roles may open. */
    public static List<String> of(Set<String> roles) {
        return ALL.stream()
                .filter(desk -> roles.contains(desk.role()))
                .map(Desk::name)
                .toList();
    }
}
