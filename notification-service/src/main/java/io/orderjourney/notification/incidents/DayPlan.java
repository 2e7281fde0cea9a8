package io.orderjourney.notification.incidents;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.state.DeskPolicy;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.time.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many promises of a desk go to which day. A day takes what the desk can do then beside what is due then anyway; what is
 * moved away from it makes room. Who was promised first gets the first day.
 *
 * @param days in their order, without those that have no room
 * @param unplaced how many fit nowhere within the days that are looked at
 */
public record DayPlan(List<Day> days, long unplaced) {

    /** So many working days are looked at. */
    static final int DAYS_MAX = 60;

    public DayPlan {
        days = List.copyOf(days);
    }

    /**
     * A day of a desk.
     *
     * @param dueAt when the desk closes then
     * @param capacity what it can do then
     * @param load what is due then anyway
     * @param places how many promises go there
     * @param firstRank how many went to the days before
     */
    public record Day(Desk desk, LocalDate date, Instant dueAt, long capacity, long load, long places, long firstRank) {

        /** Whether the promise of this rank, counted from the one that was made first, goes there. */
        public boolean takes(long rank) {
            return rank >= firstRank && rank < firstRank + places;
        }
    }

    /**
     * What a desk offers.
     *
     * @param leaving how many promises are moved away from each day
     * @param perDayMax no day takes more of them; absent: as many as fit
     */
    public record Offer(
            Desk desk,
            BusinessCalendar calendar,
            DeskPolicy policy,
            DeskLoad load,
            Map<LocalDate, Long> leaving,
            @Nullable Integer perDayMax) {}

    /**
     * Spreads promises over the days of their desk.
     *
     * @param promises how many there are
     * @param from the first day that takes any
     */
    public static DayPlan of(long promises, LocalDate from, Offer offer, Instant now) {
        List<Day> days = new ArrayList<>();
        long placed = 0;
        BusinessCalendar calendar = offer.calendar();
        for (LocalDate date : (Iterable<LocalDate>) calendar.openDaysFrom(from).limit(DAYS_MAX)::iterator) {
            if (placed == promises) {
                break;
            }
            Instant startsAt = date.atStartOfDay(calendar.zone()).toInstant();
            Instant beginsAt = startsAt.isAfter(now) ? startsAt : now;
            Instant closesAt = calendar.closingAt(startsAt);
            long capacity = Math.max(0, calendar.between(beginsAt, closesAt).toMinutes())
                    * offer.policy().perHour()
                    / 60;
            long due = offer.load().dueBy(closesAt) - offer.load().dueBy(beginsAt);
            long load = Math.max(0, due - offer.leaving().getOrDefault(date, 0L));
            long room = Math.max(0, capacity - load);
            Integer max = offer.perDayMax();
            long places = Math.min(promises - placed, max == null ? room : Math.min(room, max));
            if (places > 0) {
                days.add(new Day(offer.desk(), date, closesAt, capacity, load, places, placed));
                placed += places;
            }
        }
        return new DayPlan(days, promises - placed);
    }
}
