package io.orderjourney.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * The customer's night, in which no message is sent: from inclusive, until exclusive, on the wall clock of the customer's zone, across
 * midnight if {@code from} is the later of the two. The wall clock decides through clock changes too.
 *
 * @param from when quiet begins; equal to {@code until}: never quiet
 * @param until when messages may be sent again
 */
public record QuietHours(LocalTime from, LocalTime until, ZoneId zone) {

    private static final long MILLI = 1;

    /** Whether no message may be sent at this instant. */
    public boolean isQuiet(Instant at) {
        return isQuiet(LocalDateTime.ofInstant(at, zone).toLocalTime());
    }

    private boolean isQuiet(LocalTime time) {
        if (from.isBefore(until)) {
            return !time.isBefore(from) && time.isBefore(until);
        }
        return !from.equals(until) && (!time.isBefore(from) || time.isBefore(until));
    }

    /** The first instant from this one on at which a message may be sent: this one if it is not quiet. */
    public Instant endOfQuiet(Instant at) {
        if (!isQuiet(at)) {
            return at;
        }
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDate date = local.toLocalTime().isBefore(until)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        Instant end = firstFrom(at, date.atTime(until), rules);
        // A clock change may end the quiet before the wall clock shows the end, by jumping out of it.
        ZoneOffsetTransition change = rules.nextTransition(at);
        if (change != null && change.getInstant().isBefore(end) && !isQuiet(change.getInstant())) {
            return change.getInstant();
        }
        // Where a change skips the waking time itself, one night follows the other.
        return isQuiet(end) ? endOfQuiet(end) : end;
    }

    /** The last instant up to this one at which a message may be sent: this one, or the last millisecond before the quiet began. */
    public Instant latestAwakeAtOrBefore(Instant at) {
        if (!isQuiet(at)) {
            return at;
        }
        ZoneRules rules = zone.getRules();
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        LocalDate date =
                local.toLocalTime().isBefore(from) ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        Instant begin = lastUpTo(at, date.atTime(from), rules);
        // A clock change may have begun the quiet, by jumping into it.
        ZoneOffsetTransition change = rules.previousTransition(at.plusNanos(1));
        if (change != null && change.getInstant().isAfter(begin)) {
            Instant before = change.getInstant().minusMillis(MILLI);
            begin = isQuiet(before) ? begin : change.getInstant();
        }
        Instant awake = begin.minusMillis(MILLI);
        // Where a change repeats the beginning of the night, it had begun before.
        return isQuiet(awake) ? latestAwakeAtOrBefore(awake) : awake;
    }

    private static Instant firstFrom(Instant at, LocalDateTime local, ZoneRules rules) {
        for (ZoneOffset offset : rules.getValidOffsets(local)) {
            Instant candidate = local.toInstant(offset);
            if (!candidate.isBefore(at)) {
                return candidate;
            }
        }
        return edge(local, rules);
    }

    private static Instant lastUpTo(Instant at, LocalDateTime local, ZoneRules rules) {
        Instant latest = edge(local, rules);
        for (ZoneOffset offset : rules.getValidOffsets(local)) {
            Instant candidate = local.toInstant(offset);
            if (!candidate.isAfter(at)) {
                latest = candidate;
            }
        }
        return latest;
    }

    /** A wall-clock time that a change skips lies at the change. */
    private static Instant edge(LocalDateTime local, ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(local);
        return change != null && change.isGap() ? change.getInstant() : local.toInstant(rules.getOffset(local));
    }
}
