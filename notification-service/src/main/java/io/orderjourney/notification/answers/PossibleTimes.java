package io.orderjourney.notification.answers;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The times that a customer can choose in the place of a promised one: what can be kept, and few enough to choose from. */
public final class PossibleTimes {

    /** What the customer takes part in. By when the bank decides is not theirs to choose. */
    private static final Set<PromiseKind> WITH_THE_CUSTOMER = Set.of(
            PromiseKind.CONFIRMATION_CALL,
            PromiseKind.CREDIT_CALL,
            PromiseKind.SIGNING_APPOINTMENT,
            PromiseKind.PICKUP_SLOT,
            PromiseKind.DELIVERY);

    private static final List<LocalTime> TIMES_OF_DAY =
            List.of(LocalTime.of(10, 0), LocalTime.of(13, 0), LocalTime.of(16, 0), LocalTime.of(18, 0));
    private static final int DAYS = 4;
    private static final int OF_ONE_DAY_MAX = 2;
    private static final int ALL_MAX = 6;

    private final Promise promise;
    private final JourneyForecast forecast;
    private final DeskLoad load;
    private final ShopTerms terms;
    private final Instant now;

    /** @param load what else the desk of the promise has to do */
    public PossibleTimes(Promise promise, JourneyForecast forecast, DeskLoad load, ShopTerms terms, Instant now) {
        this.promise = promise;
        this.forecast = forecast;
        this.load = load;
        this.terms = terms;
        this.now = now;
    }

    /** Whether another time of it is the customer's to choose. */
    public static boolean canBeChosen(Promise promise) {
        CustomerTurn turn = promise.turn();
        // Whom the courier did not meet is asked for nothing else than another day.
        boolean free = turn == null || turn.reason() == WaitingReason.NOT_AT_HOME;
        return promise.isOpen() && free && WITH_THE_CUSTOMER.contains(promise.kind());
    }

    /** Whether the shop knows by itself that a time can be kept; who meets the customer has a diary of their own. */
    public boolean isAgreedAtOnce() {
        return promise.windowStartAt() == null;
    }

    /** The next times, the first and the last of each day. */
    public List<GrantedDate> next() {
        BusinessCalendar calendar = terms.calendar(promise.desk());
        LocalDate today = now.atZone(terms.zone()).toLocalDate();
        // A courier who is out has no second round.
        boolean brought = promise.kind().equals(PromiseKind.DELIVERY);
        return calendar.openDaysFrom(brought ? today.plusDays(1) : today)
                .limit(DAYS)
                .flatMap(this::ofDay)
                .distinct()
                .limit(ALL_MAX)
                .toList();
    }

    private Stream<GrantedDate> ofDay(LocalDate day) {
        List<GrantedDate> possible = new ArrayList<>();
        TIMES_OF_DAY.forEach(
                time -> at(day.atTime(time).atZone(terms.zone()).toInstant()).ifPresent(possible::add));
        return possible.size() <= OF_ONE_DAY_MAX
                ? possible.stream()
                : Stream.of(possible.get(0), possible.get(possible.size() - 1));
    }

    /**
     * The promise at this time; empty if it would not hold, or is promised for it already.
     *
     * @param at the new due time, or the start of the new appointment
     */
    public Optional<GrantedDate> at(Instant at) {
        if (!at.isAfter(now) || at.equals(promise.anchorAt())) {
            return Optional.empty();
        }
        try {
            return Optional.of(granted(at));
        } catch (PromiseRefused wouldNotHold) {
            return Optional.empty();
        }
    }

    private GrantedDate granted(Instant at) {
        PromiseDates dates = PromiseDates.at(now, terms);
        Instant windowStartAt = promise.windowStartAt();
        if (windowStartAt == null) {
            return dates.requested(promise, at, forecast, load);
        }
        Instant byLead = terms.calendar(promise.desk())
                .plus(now, terms.kind(promise.kind()).lead());
        Instant afterEarlierSteps = forecast.allDoneAt(promise.waitsFor());
        Instant earliestStartAt = byLead.isAfter(afterEarlierSteps) ? byLead : afterEarlierSteps;
        Duration length = Duration.between(windowStartAt, promise.dueAt());
        return dates.window(promise.kind(), at, at.plus(length), earliestStartAt);
    }
}
