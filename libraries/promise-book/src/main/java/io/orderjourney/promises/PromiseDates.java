package io.orderjourney.promises;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.time.BusinessCalendar;
import io.orderjourney.time.Rounding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Ask before you promise: the only source of dates that a promise can be made or rescheduled to. Every date it grants lies
 * inside the desk's business hours, leaves the kind's lead time, and is not before what the promise waits for can be
 * done; an impossible time is refused with the earliest time that is possible.
 */
public final class PromiseDates {

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
     * @param load what else the desk has to do before it
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
        return granted(kind, earliestDueAt(policy, now, allDoneAt, load));
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
        return requested(kind, requestedAt, now, forecast.allDoneAt(waitsFor), load);
    }

    /**
     * The requested new due time of a promise that is open. Its lead time began when it was made: a desk that knows of a
     * call since yesterday can promise it anew for two hours from now.
     *
     * @throws PromiseRefused if the desk is closed then or it is too early to hold
     */
    public GrantedDate requested(Promise promise, Instant requestedAt, JourneyForecast forecast, DeskLoad load) {
        return requested(promise.kind(), requestedAt, promise.madeAt(), forecast.allDoneAt(promise.waitsFor()), load);
    }

    private GrantedDate requested(
            PromiseKind kind, Instant requestedAt, Instant leadFromAt, Instant allDoneAt, DeskLoad load) {
        KindPolicy policy = terms.kind(kind);
        Instant earliestAt = earliestDueAt(policy, leadFromAt, allDoneAt, load);
        Instant dueAt = policy.precision() == Precision.END_OF_DAY
                ? terms.calendar(policy.desk()).closingAt(requestedAt)
                : requestedAt;
        if (dueAt.isBefore(earliestAt)) {
            throw new PromiseRefused(kind, "it would not hold", roundedUp(policy, earliestAt));
        }
        requireOpenAt(kind, policy, dueAt);
        return new GrantedDate(
                policy.precision() == Precision.WINDOW ? Precision.BY_TIME : policy.precision(), null, dueAt);
    }

    /**
     * An agreed window.
     *
     * @throws PromiseRefused if the desk is not open for all of it or it begins before {@code earliestStartAt}
     */
    public GrantedDate window(PromiseKind kind, Instant startAt, Instant endAt, Instant earliestStartAt) {
        KindPolicy policy = terms.kind(kind);
        BusinessCalendar calendar = terms.calendar(policy.desk());
        if (startAt.isBefore(earliestStartAt) || startAt.isBefore(now)) {
            throw new PromiseRefused(kind, "it would not hold", calendar.nextOpen(later(earliestStartAt, now)));
        }
        requireOpenAt(kind, policy, startAt);
        requireOpenAt(kind, policy, endAt);
        return new GrantedDate(Precision.WINDOW, startAt, endAt);
    }

    /** A date that was offered to the customer with a signature and accepted in time: it is his, whatever came since. */
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
        KindPolicy policy = terms.kind(promise.kind());
        Instant dueAt =
                terms.calendar(promise.desk()).covers(proposedDueAt) ? proposedDueAt : roundedUp(policy, proposedDueAt);
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
        if (ofOneDay && startAt.plus(length).isAfter(calendar.closingAt(startAt))) {
            startAt = Rounding.HALF_HOUR.up(calendar.nextOpen(calendar.closingAt(startAt)), calendar);
        }
        Instant endAt = startAt.plus(length);
        return new GrantedDate(Precision.WINDOW, startAt, calendar.covers(endAt) ? endAt : calendar.closingAt(endAt));
    }

    private Instant earliestDueAt(KindPolicy policy, Instant leadFromAt, Instant allDoneAt, DeskLoad load) {
        BusinessCalendar calendar = terms.calendar(policy.desk());
        Instant byLead = calendar.plus(leadFromAt, policy.lead());
        Instant byForecast =
                calendar.plus(calendar.plus(later(allDoneAt, now), policy.handling()), policy.remindBefore());
        Instant byLoad = calendar.plus(
                now,
                load.workAhead(terms.desk(policy.desk()))
                        .plus(policy.handling())
                        .plus(policy.remindBefore()));
        return later(later(byLead, byForecast), byLoad);
    }

    private GrantedDate granted(PromiseKind kind, Instant earliestAt) {
        KindPolicy policy = terms.kind(kind);
        return new GrantedDate(policy.precision(), null, roundedUp(policy, earliestAt));
    }

    private Instant roundedUp(KindPolicy policy, Instant at) {
        return roundedUp(policy.precision(), terms.calendar(policy.desk()), at);
    }

    private static Instant roundedUp(Precision precision, BusinessCalendar calendar, Instant at) {
        return precision == Precision.END_OF_DAY ? calendar.closingAt(at) : Rounding.HALF_HOUR.up(at, calendar);
    }

    private void requireOpenAt(PromiseKind kind, KindPolicy policy, Instant at) {
        BusinessCalendar calendar = terms.calendar(policy.desk());
        if (!calendar.covers(at)) {
            throw new PromiseRefused(kind, "the desk is closed then", calendar.nextOpen(at));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
