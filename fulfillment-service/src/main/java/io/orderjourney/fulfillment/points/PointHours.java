package io.orderjourney.fulfillment.points;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.WeeklyHours;
import java.util.Optional;

/** Checks that all services can work with the hours of a pickup point. */
public final class PointHours {

    private PointHours() {}

    /**
     * What is wrong with it.
     *
     * @param field of the point
     * @param what in words, for management
     */
    public record Violation(String field, String what) {}

    /** The first thing that is wrong with the hours or holidays; empty if nothing is. */
    public static Optional<Violation> violation(PickupPoint point, ShopTerms shop) {
        String country = point.holidaysOf();
        if (country != null && !isReadable(() -> Holidays.of(country))) {
            return Optional.of(new Violation("holidaysOf", "The holidays of this country are not known."));
        }
        String hours = point.hours();
        if (hours != null && !isReadable(() -> WeeklyHours.parse(hours))) {
            return Optional.of(new Violation("hours", "Write them such as: Mon-Fri 09:00-20:00; Sat 10:00-16:00."));
        }
        if (!isReadable(() -> shop.at(point).calendar(Desk.PICKUP_POINT))) {
            return Optional.of(new Violation("hours", "It would never be open."));
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
