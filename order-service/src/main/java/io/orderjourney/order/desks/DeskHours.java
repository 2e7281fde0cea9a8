package io.orderjourney.order.desks;

import io.orderjourney.contracts.Desk;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.BusinessCalendar;
import java.time.Instant;
import java.util.List;

/**
 * Who to call, and when they answer.
 *
 * @param hours e.g. {@code Mon-Fri 09:00-20:00; Sat 10:00-16:00}, in the shop's zone
 * @param nextOpenAt the next instant at which somebody answers: now, if somebody does
 */
public record DeskHours(Desk desk, String phone, String hours, boolean isOpen, Instant nextOpenAt) {

    /** All desks of the shop, in their usual order. */
    public static List<DeskHours> of(ShopTerms terms, Instant now) {
        return terms.policy().desks().keySet().stream()
                .sorted()
                .map(desk -> of(desk, terms, now))
                .toList();
    }

    private static DeskHours of(Desk desk, ShopTerms terms, Instant now) {
        BusinessCalendar calendar = terms.calendar(desk);
        return new DeskHours(
                desk, terms.desk(desk).phone(), terms.desk(desk).hours(), calendar.isOpen(now), calendar.nextOpen(now));
    }
}
