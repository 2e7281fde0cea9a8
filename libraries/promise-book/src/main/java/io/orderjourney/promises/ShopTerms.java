package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.contracts.state.PickupPoint;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.contracts.state.WaitingTimes;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.QuietHours;
import io.orderjourney.time.WeeklyHours;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
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

    private ShopTerms(ShopPolicy policy, ZoneId zone, Map<Desk, BusinessCalendar> calendars) {
        this.policy = policy;
        this.zone = zone;
        this.calendars.putAll(calendars);
    }

    /**
     * The same terms with the counter of this pickup point: its holidays, closures and telephone, and its hours if it has any of
     * its own. What the counters of all points can do together stays as it is.
     *
     * @throws IllegalArgumentException if its hours cannot be read
     */
    public ShopTerms at(PickupPoint point) {
        Map<Desk, DeskPolicy> desks = new EnumMap<>(policy.desks());
        desks.put(
                Desk.PICKUP_POINT,
                new DeskPolicy(
                        hoursOf(point), point.phone(), desk(Desk.PICKUP_POINT).perHour()));
        Map<Desk, BusinessCalendar> atPoint = new EnumMap<>(calendars);
        atPoint.put(Desk.PICKUP_POINT, counterOf(point));
        return new ShopTerms(policy.with(desks), zone, atPoint);
    }

    private String hoursOf(PickupPoint point) {
        return Objects.requireNonNullElse(point.hours(), desk(Desk.PICKUP_POINT).hours());
    }

    private BusinessCalendar counterOf(PickupPoint point) {
        Set<LocalDate> closures = new HashSet<>(policy.closures());
        closures.addAll(point.closures());
        String country = point.holidaysOf() == null ? policy.holidaysOf() : point.holidaysOf();
        return new BusinessCalendar(
                zone, WeeklyHours.parse(hoursOf(point)), Holidays.of(country).withClosures(closures));
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

    /** How long the shop waits for customers. */
    public WaitingTimes waiting() {
        return Objects.requireNonNullElse(policy.waiting(), WaitingPolicy.SHIPPED);
    }

    public boolean knows(PromiseKind kind) {
        return policy.kinds().containsKey(kind);
    }

    /** The night of a customer who lives in {@code customerZone}. */
    public QuietHours quietHoursIn(ZoneId customerZone) {
        return new QuietHours(policy.quietHours().from(), policy.quietHours().until(), customerZone);
    }
}
