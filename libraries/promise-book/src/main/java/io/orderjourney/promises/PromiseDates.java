package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Ask before you promise: the only source of dates that a promise can be made or rescheduled to. Every date it grants lies
 * inside the desk's business hours, leaves the kind's lead time, and is not before what the promise waits for can be
 * done; an impossible time is refused with the earliest time that is possible.
 */
public final class PromiseDates {

    /** What was proposed is granted for so long. */
    static final Duration PROPOSAL_HOLDS = Duration.ofMinutes(10);

    /** Who asks to be called at noon expects it within a quarter of an hour. */
    static final Duration AGREED_TIME_EARLY = Duration.ofMinutes(15);

    static final Duration AGREED_TIME_LATE = Duration.ofMinutes(15);

    private static final int HALF_HOUR = 30;

    /** Half hours of a long week; who has no such window open within it is told the next opening. */
    private static final int WINDOW_STARTS_MAX = 200;

    private final ShopTerms terms;
    private final Instant now;

    private PromiseDates(ShopTerms terms, Instant now) {
        this.terms = terms;
        this.now = now;
    }

    public static PromiseDates at(Instant now, ShopTerms terms) {
        return new PromiseDates(terms, now);
    }

    /**
     * The earliest date that can be promised.
     *
     * @param waitsFor what must be done first in this journey
     * @param forecast the journey's forecast; it says when that will be
     * @param load what else the desk has to do
     */
    public GrantedDate earliest(PromiseKind kind, List<PromiseKind> waitsFor, JourneyForecast forecast, DeskLoad load) {
        return earliestFrom(kind, forecast.allDoneAt(waitsFor), load);
    }

    /** As {@link #earliest}, when it is known from elsewhere at what time all it waits for will be there. */
    public GrantedDate earliestFrom(PromiseKind kind, Instant allDoneAt, DeskLoad load) {
        KindPolicy policy = terms.kind(kind);
        if (policy.precision() == Precision.WINDOW) {
            throw new IllegalArgumentException(kind + " is agreed as a window: ask its owner for one");
        }
        BusinessCalendar calendar = terms.calendar(policy.desk());
        Instant earliestAt = earliestDueAt(policy, policy.desk(), now, allDoneAt, load);
        return new GrantedDate(policy.precision(), null, roundedUp(policy.precision(), calendar, earliestAt));
    }

    /**
     * The time of the next update by this desk: as early as it can give one, in its own hours, and never later than one
     * business day ahead, whatever its load. An update takes a minute; a long queue is no reason for silence.
     */
    public GrantedDate nextUpdate(Desk desk, DeskLoad load) {
        return withinOneDay(PromiseKind.NEXT_UPDATE, desk, load);
    }

    /**
     * By when this desk answers, in its own hours: as early as it can, and never later than one business day ahead, whatever
     * its load. Who cannot answer by then says so by then.
     */
    public GrantedDate withinOneDay(PromiseKind kind, Desk desk, DeskLoad load) {
        BusinessCalendar calendar = terms.calendar(desk);
        Instant earliestAt = earliestDueAt(terms.kind(kind), desk, now, now, load);
        Instant dueAt = Rounding.HALF_HOUR.up(earliestAt, calendar);
        Instant latestAt = oneBusinessDayAhead(desk);
        return new GrantedDate(Precision.BY_TIME, null, dueAt.isAfter(latestAt) ? latestAt : dueAt);
    }

    /** The latest time of this desk that is no more than one business day ahead. */
    public Instant oneBusinessDayAhead(Desk desk) {
        return oneBusinessDayAhead(terms.calendar(desk));
    }

    /** The same time of day on the next business day, or the last open half hour before it. */
    private Instant oneBusinessDayAhead(BusinessCalendar calendar) {
        Instant from = calendar.nextOpen(now);
        LocalDate nextDay = calendar.openDaysFrom(calendar.businessDayAt(from).plusDays(1))
                .findFirst()
                .orElseThrow();
        LocalTime time = from.atZone(calendar.zone()).toLocalTime();
        LocalTime halfHour = LocalTime.of(time.getHour(), time.getMinute() < HALF_HOUR ? 0 : HALF_HOUR);
        return calendar.latestOpenAtOrBefore(
                nextDay.atTime(halfHour).atZone(calendar.zone()).toInstant());
    }

    /**
     * The requested due time of a new promise, or a refusal with the earliest possible one.
     *
     * @throws PromiseRefused if the desk is closed then or it is too early to hold
     */
    public GrantedDate requested(
            PromiseKind kind,
            Instant requestedAt,
            List<PromiseKind> waitsFor,
            JourneyForecast forecast,
            DeskLoad load) {
        Desk desk = terms.kind(kind).desk();
        return requested(kind, desk, requestedAt, now, forecast.allDoneAt(waitsFor), load);
    }

    /**
     * The requested new due time of a promise that is open. Its lead time began when it was made: a desk that knows of a
     * call since yesterday can promise it anew for two hours from now.
     *
     * @throws PromiseRefused if the desk is closed then or it is too early to hold
     */
    public GrantedDate requested(Promise promise, Instant requestedAt, JourneyForecast forecast, DeskLoad load) {
        Instant allDoneAt = forecast.allDoneAt(promise.waitsFor());
        return requested(promise.kind(), promise.desk(), requestedAt, promise.madeAt(), allDoneAt, load);
    }

    private GrantedDate requested(
            PromiseKind kind, Desk desk, Instant requestedAt, Instant leadFromAt, Instant allDoneAt, DeskLoad load) {
        KindPolicy policy = terms.kind(kind);
        BusinessCalendar calendar = terms.calendar(desk);
        Instant earliestAt = earliestDueAt(policy, desk, leadFromAt, allDoneAt, load);
        Instant dueAt = policy.precision() == Precision.END_OF_DAY ? calendar.closingAt(requestedAt) : requestedAt;
        if (dueAt.isBefore(earliestAt) && !wasJustProposed(dueAt, policy, desk, leadFromAt, allDoneAt, load)) {
            throw new PromiseRefused(kind, "it would not hold", roundedUp(policy.precision(), calendar, earliestAt));
        }
        requireOpenAt(kind, calendar, dueAt);
        return new GrantedDate(
                policy.precision() == Precision.WINDOW ? Precision.BY_TIME : policy.precision(), null, dueAt);
    }

    /** What was proposed some minutes ago is granted, although those minutes of lead are gone: nobody chases a moving date. */
    private boolean wasJustProposed(
            Instant dueAt, KindPolicy policy, Desk desk, Instant leadFromAt, Instant allDoneAt, DeskLoad load) {
        Instant before = now.minus(PROPOSAL_HOLDS);
        Instant leadFrom = leadFromAt.equals(now) ? before : leadFromAt;
        Instant doneAt = allDoneAt.isAfter(now) ? allDoneAt : before;
        Instant earliestAt = new PromiseDates(terms, before).earliestDueAt(policy, desk, leadFrom, doneAt, load);
        return !dueAt.isBefore(roundedUp(policy.precision(), terms.calendar(desk), earliestAt)) && dueAt.isAfter(now);
    }

    /**
     * An agreed window.
     *
     * <p>A window of one day lies in open hours as a whole: none equals the lunch break or begins as the desk closes. A window
     * of days spans the nights between them.
     *
     * @throws PromiseRefused if the desk is not open for all of it or it begins before {@code earliestStartAt}
     */
    public GrantedDate window(PromiseKind kind, Instant startAt, Instant endAt, Instant earliestStartAt) {
        BusinessCalendar calendar = terms.calendar(terms.kind(kind).desk());
        if (startAt.isBefore(earliestStartAt) || startAt.isBefore(now)) {
            throw new PromiseRefused(kind, "it would not hold", calendar.nextOpen(later(earliestStartAt, now)));
        }
        if (!isOpenThroughout(calendar, startAt, endAt)) {
            throw new PromiseRefused(kind, "the desk is closed then", firstOpenWindow(calendar, startAt, endAt));
        }
        return new GrantedDate(Precision.WINDOW, startAt, endAt);
    }

    /**
     * The window around a time that was agreed for a call: the desk's queue shows it there, and not hours later.
     *
     * @throws PromiseRefused if the desk is closed then, or it has passed
     */
    public GrantedDate around(PromiseKind kind, Instant agreedAt) {
        BusinessCalendar calendar = terms.calendar(terms.kind(kind).desk());
        if (!agreedAt.isAfter(now) || !calendar.isOpen(agreedAt)) {
            throw new PromiseRefused(kind, "the desk is closed then", calendar.nextOpen(later(agreedAt, now)));
        }
        Instant startAt = later(agreedAt.minus(AGREED_TIME_EARLY), later(now, calendar.openingAt(agreedAt)));
        Instant endAt = agreedAt.plus(AGREED_TIME_LATE);
        Instant closingAt = calendar.closingAt(agreedAt);
        return new GrantedDate(Precision.WINDOW, startAt, endAt.isAfter(closingAt) ? closingAt : endAt);
    }

    private static boolean isOpenThroughout(BusinessCalendar calendar, Instant startAt, Instant endAt) {
        if (!calendar.isOpen(startAt) || !calendar.covers(endAt)) {
            return false;
        }
        boolean ofOneDay = calendar.businessDayAt(startAt).equals(calendar.businessDayAt(endAt));
        return !ofOneDay
                || calendar.between(startAt, endAt).toMillis()
                        == Duration.between(startAt, endAt).toMillis();
    }

    /** The start of the first window of this length, on a half hour, that is open as a whole. */
    private static Instant firstOpenWindow(BusinessCalendar calendar, Instant startAt, Instant endAt) {
        Duration length = Duration.between(startAt, endAt);
        Instant start = Rounding.HALF_HOUR.up(calendar.nextOpen(startAt), calendar);
        for (int tries = 0; tries < WINDOW_STARTS_MAX; tries++) {
            if (isOpenThroughout(calendar, start, start.plus(length))) {
                return start;
            }
            start = Rounding.HALF_HOUR.up(calendar.nextOpen(start.plusMillis(1)), calendar);
        }
        return calendar.nextOpen(endAt);
    }

    /** A date that was offered to the customer with a signature and accepted in time: it is theirs, whatever came since. */
    public GrantedDate offered(Precision precision, Instant dueAt) {
        return new GrantedDate(precision, null, dueAt);
    }

    /**
     * The date to re-promise to, given what is foreseen. A known cause gives a date that the forecast says will hold;
     * if nobody knows more than that it was not done, the policy says how far the date is put back.
     */
    public GrantedDate proposal(Promise promise, Expectation expectation) {
        KindPolicy policy = terms.kind(promise.kind());
        BusinessCalendar calendar = terms.calendar(promise.desk());
        boolean known = expectation.isSlip(promise)
                && (expectation.cause() == RiskCause.ESTIMATE || expectation.cause() == RiskCause.EARLIER_STEP);
        Instant windowStartAt = promise.windowStartAt();
        if (windowStartAt != null) {
            Duration length = Duration.between(windowStartAt, promise.dueAt());
            Instant notBefore = later(later(expectation.expectedAt().minus(length), promise.dueAt()), now);
            return windowFrom(calendar.plus(notBefore, policy.rescheduleBy()), length, calendar);
        }
        Instant base = known
                ? calendar.plus(expectation.expectedAt(), policy.remindBefore())
                : calendar.plus(later(promise.dueAt(), expectation.expectedAt()), policy.rescheduleBy());
        return new GrantedDate(promise.precision(), null, roundedUp(promise.precision(), calendar, base));
    }

    /**
     * A date that the watch proposed for a promise without a window; brought inside the desk's hours if the policy
     * changed meanwhile.
     */
    public GrantedDate foreseen(Promise promise, Instant proposedDueAt) {
        BusinessCalendar calendar = terms.calendar(promise.desk());
        Instant dueAt = calendar.covers(proposedDueAt)
                ? proposedDueAt
                : roundedUp(promise.precision(), calendar, proposedDueAt);
        return new GrantedDate(promise.precision(), null, dueAt);
    }

    /** The refusal of a time that is not free, naming the next one that is. */
    public PromiseRefused refusal(PromiseKind kind, Instant nextPossibleAt) {
        return new PromiseRefused(kind, "it is not free", nextPossibleAt);
    }

    /** An hour that the closing would cut is an hour of the next day; a window of days ends with the day it reaches. */
    private GrantedDate windowFrom(Instant notBefore, Duration length, BusinessCalendar calendar) {
        Instant startAt = Rounding.HALF_HOUR.up(notBefore, calendar);
        boolean ofOneDay =
                length.compareTo(Duration.between(calendar.openingAt(startAt), calendar.closingAt(startAt))) <= 0;
        if (ofOneDay && !isOpenThroughout(calendar, startAt, startAt.plus(length))) {
            startAt = firstOpenWindow(calendar, startAt, startAt.plus(length));
        }
        Instant endAt = startAt.plus(length);
        return new GrantedDate(Precision.WINDOW, startAt, calendar.covers(endAt) ? endAt : calendar.closingAt(endAt));
    }

    private Instant earliestDueAt(KindPolicy policy, Desk desk, Instant leadFromAt, Instant allDoneAt, DeskLoad load) {
        BusinessCalendar calendar = terms.calendar(desk);
        Instant byLead = calendar.plus(leadFromAt, policy.lead());
        Instant byForecast =
                calendar.plus(calendar.plus(later(allDoneAt, now), policy.handling()), policy.remindBefore());
        return fitting(later(byLead, byForecast), policy, desk, load);
    }

    /** The first time from this one on until which the desk can do this and all that is due before it. */
    private Instant fitting(Instant from, KindPolicy policy, Desk desk, DeskLoad load) {
        BusinessCalendar calendar = terms.calendar(desk);
        Duration own = policy.handling().plus(policy.remindBefore());
        Instant at = from;
        while (true) {
            Instant byLoad =
                    calendar.plus(now, load.workUntil(at, terms.desk(desk)).plus(own));
            if (!byLoad.isAfter(at)) {
                return at;
            }
            // A later time may have more due before it, up to all that is known.
            at = byLoad;
        }
    }

    private static Instant roundedUp(Precision precision, BusinessCalendar calendar, Instant at) {
        return precision == Precision.END_OF_DAY ? calendar.closingAt(at) : Rounding.HALF_HOUR.up(at, calendar);
    }

    private static void requireOpenAt(PromiseKind kind, BusinessCalendar calendar, Instant at) {
        if (!calendar.covers(at)) {
            throw new PromiseRefused(kind, "the desk is closed then", calendar.nextOpen(at));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
