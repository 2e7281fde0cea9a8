package io.orderjourney.fulfillment.pickup;

import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How long the goods wait at the counter, and which times can be agreed. */
public final class PickupSlotPolicy {

    /** An agreed time is this long. */
    public static final Duration AGREED_LENGTH = Duration.ofMinutes(60);

    /** Goods are not kept for longer than this on request. */
    public static final Duration AHEAD_MAX = Duration.ofDays(14);

    private PickupSlotPolicy() {}

    /** The goods would wait for too long. */
    public static final class TooFarAhead extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TooFarAhead() {
            super("Goods wait at the counter for at most " + AHEAD_MAX.toDays() + " days");
        }
    }

    /** When storage ends that was extended: the closing of so many business days after the one on which it would have ended. */
    public static Instant extendedUntil(Instant storedUntilAt, BusinessCalendar counter, int storageDays) {
        return closingAfter(counter.businessDayAt(storedUntilAt.minusMillis(1)), counter, storageDays);
    }

    private static Instant closingAfter(LocalDate day, BusinessCalendar counter, int storageDays) {
        LocalDate lastDay = counter.openDaysFrom(day.plusDays(1))
                .skip(storageDays - 1L)
                .findFirst()
                .orElseThrow();
        // Not midnight itself: a counter that is open until 24:00 closes on the day before at that instant.
        Instant inTheNight = lastDay.atTime(0, 1).atZone(counter.zone()).toInstant();
        return counter.closingAt(inTheNight);
    }

    /** A time at the counter. */
    public record Window(Instant startAt, Instant endAt) {}

    /** From now, or the next opening, to the end of so many business days after that. */
    public static Window firstWindow(Instant now, BusinessCalendar counter, int storageDays) {
        Instant startAt = counter.nextOpen(now);
        return new Window(startAt, closingAfter(counter.businessDayAt(startAt), counter, storageDays));
    }

    /**
     * The window that a customer asks for.
     *
     * @throws TooFarAhead if the goods would have to wait for too long
     */
    public static Window agreed(Instant startAt, Instant now) {
        if (startAt.isAfter(now.plus(AHEAD_MAX))) {
            throw new TooFarAhead();
        }
        return new Window(startAt, startAt.plus(AGREED_LENGTH));
    }

    /**
     * Whether the point still has a place for a customer who comes then.
     *
     * @param agreed when the others come who agreed on a time
     * @param slotsPerHour how many may agree on a time that begins within one hour of the clock
     */
    public static boolean isFree(Instant startAt, Collection<Instant> agreed, int slotsPerHour, ZoneId zone) {
        Instant hour = hourOf(startAt, zone);
        return agreed.stream().filter(other -> hourOf(other, zone).equals(hour)).count() < slotsPerHour;
    }

    /** The beginning of the hour of the clock. */
    public static Instant hourOf(Instant at, ZoneId zone) {
        return at.atZone(zone).truncatedTo(ChronoUnit.HOURS).toInstant();
    }

    /** The next windows that can be agreed, each starting on a half hour at which the counter is open long enough. */
    public static List<Window> available(Instant from, BusinessCalendar counter, int atMost) {
        List<Window> windows = new ArrayList<>();
        Instant startAt = Rounding.HALF_HOUR.up(from, counter);
        Instant last = from.plus(AHEAD_MAX);
        while (windows.size() < atMost && !startAt.isAfter(last)) {
            Instant endAt = startAt.plus(AGREED_LENGTH);
            if (counter.isOpen(startAt) && counter.between(startAt, endAt).equals(AGREED_LENGTH)) {
                windows.add(new Window(startAt, endAt));
            }
            startAt = Rounding.HALF_HOUR.up(startAt.plusMillis(1), counter);
        }
        return windows;
    }
}
