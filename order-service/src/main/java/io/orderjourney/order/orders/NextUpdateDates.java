package io.orderjourney.order.orders;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.List;

/**
 * When SALES can promise the next update. The kind's policy belongs to another desk, whose hours {@link PromiseDates} asks
 * for; the one who has to keep the promise must be in at that time too.
 */
public final class NextUpdateDates {

    private static final int ATTEMPTS_MAX = 20;

    private NextUpdateDates() {}

    /** The earliest time at which both the policy allows it and SALES is in. */
    public static GrantedDate earliest(Instant now, ShopTerms terms, DeskLoad load) {
        PromiseDates dates = PromiseDates.at(now, terms);
        JourneyForecast nothingYet = JourneyForecast.of(List.of(), terms, now);
        GrantedDate date = dates.earliest(PromiseKind.NEXT_UPDATE, List.of(), nothingYet, load);
        for (int i = 0; i < ATTEMPTS_MAX && !terms.calendar(Desk.SALES).covers(date.dueAt()); i++) {
            date = from(terms.calendar(Desk.SALES).nextOpen(date.dueAt()), dates, nothingYet, load);
        }
        return date;
    }

    private static GrantedDate from(Instant at, PromiseDates dates, JourneyForecast nothingYet, DeskLoad load) {
        try {
            return dates.requested(PromiseKind.NEXT_UPDATE, at, List.of(), nothingYet, load);
        } catch (PromiseRefused closedThen) {
            return dates.requested(PromiseKind.NEXT_UPDATE, closedThen.nextPossibleAt(), List.of(), nothingYet, load);
        }
    }
}
