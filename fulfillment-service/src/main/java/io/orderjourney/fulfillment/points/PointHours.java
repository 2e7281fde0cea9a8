package io.orderjourney.fulfillment.points;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.fulfillment.masterdata.Violation;
import io.orderjourney.fulfillment.masterdata.Violation.Flaw;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.WeeklyHours;
import java.util.Optional;

/** Checks that all services can work with the hours of a pickup point. */
public final class PointHours {

    private PointHours() {}

    /** The first thing that is wrong with the hours or holidays; empty if nothing is. */
    public static Optional<Violation> violation(PickupPoint point, ShopTerms shop) {
        String country = point.holidaysOf();
        if (country != null && !isReadable(() -> Holidays.of(country))) {
            return Optional.of(new Violation("holidaysOf", Flaw.HOLIDAYS_UNKNOWN));
        }
        String hours = point.hours();
        if (hours != null && !isReadable(() -> WeeklyHours.parse(hours))) {
            return Optional.of(new Violation("hours", Flaw.HOURS_UNREADABLE));
        }
        if (!isReadable(() -> shop.at(point).calendar(Desk.PICKUP_POINT))) {
            return Optional.of(new Violation("hours", Flaw.NEVER_OPEN));
        }
        return Optional.empty();
    }

    private static boolean isReadable(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
