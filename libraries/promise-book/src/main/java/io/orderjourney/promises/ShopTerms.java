package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.QuietHours;
import io.orderjourney.time.WeeklyHours;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** The shop's policy, ready to be asked: calendars of the desks, policies of the kinds, the customer's night. */
public final class ShopTerms {

    private final ShopPolicy policy;
    private final ZoneId zone;
    private final Map<Desk, BusinessCalendar> calendars = new EnumMap<>(Desk.class);

    /** @throws IllegalArgumentException if the policy names an unknown zone or hours that cannot be read */
    public ShopTerms(ShopPolicy policy) {
        this.policy = policy;
        this.zone = ZoneId.of(policy.zone());
        Holidays holidays = Holidays.of(policy.holidaysOf()).withClosures(Set.copyOf(policy.closures()));
        policy.desks()
                .forEach((desk, terms) ->
                        calendars.put(desk, new BusinessCalendar(zone, WeeklyHours.parse(terms.hours()), holidays)));
    }

    public ShopPolicy policy() {
        return policy;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Opening hours of a desk, holidays and closures respected. */
    public BusinessCalendar calendar(Desk desk) {
        BusinessCalendar calendar = calendars.get(desk);
        if (calendar == null) {
            throw new IllegalArgumentException("The shop's policy has no hours for desk " + desk);
        }
        return calendar;
    }

    public DeskPolicy desk(Desk desk) {
        DeskPolicy found = policy.desks().get(desk);
        if (found == null) {
            throw new IllegalArgumentException("The shop's policy does not know desk " + desk);
        }
        return found;
    }

    /** @throws IllegalArgumentException for a kind the shop has no policy for */
    public KindPolicy kind(PromiseKind kind) {
        KindPolicy found = policy.kinds().get(kind);
        if (found == null) {
            throw new IllegalArgumentException("The shop's policy does not know promises of kind " + kind);
        }
        return found;
    }

    public boolean knows(PromiseKind kind) {
        return policy.kinds().containsKey(kind);
    }

    /** The night of a customer who lives in {@code customerZone}. */
    public QuietHours quietHoursIn(ZoneId customerZone) {
        return new QuietHours(policy.quietHours().from(), policy.quietHours().until(), customerZone);
    }
}
