package io.orderjourney.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** How exactly a time is said to a customer: nobody promises 14:07, one says a quarter past two. */
public enum Rounding {
    QUARTER_HOUR(15),
    HALF_HOUR(30),
    HOUR(60);

    private final long markMillis;

    Rounding(int minutes) {
        this.markMillis = Duration.ofMinutes(minutes).toMillis();
    }

    /**
     * The next mark of the wall clock, this instant or later, that is inside the desk's hours. Where closing comes before the mark, closing
     * is the mark; outside hours it is the first mark after the next opening.
     */
    public Instant up(Instant at, BusinessCalendar calendar) {
        Instant inside = calendar.covers(at) ? at : calendar.nextOpen(at);
        Instant mark = nextMark(inside, calendar);
        Instant end = calendar.endOfRangeAt(inside);
        return mark.isAfter(end) ? end : mark;
    }

    private Instant nextMark(Instant at, BusinessCalendar calendar) {
        ZoneOffset offset = calendar.zone().getRules().getOffset(at);
        long wallMillis = at.toEpochMilli() + offset.getTotalSeconds() * 1000L;
        long pastMark = Math.floorMod(wallMillis, markMillis);
        boolean onMark = pastMark == 0 && at.getNano() % 1_000_000 == 0;
        return onMark ? at : Instant.ofEpochMilli(at.toEpochMilli() - pastMark + markMillis);
    }
}
