package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.state.KindPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Foresees all promises of one journey. A promise is expected at the latest of now, of what it waits for and of its
 * owner's estimate, plus the handling time of its kind, in the business time of its desk. What is waited for but was
 * not promised yet (the bank's papers before the signature) counts with the lead time its policy would give it, and so
 * does what was given up: a promise that was withdrawn did not get its work done.
 */
public final class JourneyForecast {

    private final Map<PromiseKind, Promise> current = new HashMap<>();
    private final Map<PromiseKind, Expectation> known = new HashMap<>();
    private final ShopTerms terms;
    private final Instant now;
    private final Function<Desk, DeskLoad> loads;

    private JourneyForecast(
            Collection<Promise> promises, ShopTerms terms, Instant now, Function<Desk, DeskLoad> loads) {
        this.terms = terms;
        this.now = now;
        this.loads = loads;
        promises.stream()
                .filter(promise -> promise.withdrawnAt() == null)
                .sorted(Comparator.comparing(Promise::madeAt))
                .forEach(this::take);
    }

    /** @param promises all promises of the journey, whoever owns them, open or not */
    public static JourneyForecast of(Collection<Promise> promises, ShopTerms terms, Instant now) {
        return new JourneyForecast(promises, terms, now, desk -> DeskLoad.NONE);
    }

    /**
     * As {@link #of(Collection, ShopTerms, Instant)}, with what else the desks have to do: the tail of a queue that does not
     * fit is expected late. What waits for it is not: the desk may still find hands.
     */
    public static JourneyForecast of(
            Collection<Promise> promises, ShopTerms terms, Instant now, Function<Desk, DeskLoad> loads) {
        return new JourneyForecast(promises, terms, now, loads);
    }

    /** What is to be expected of one promise of the journey. */
    public Expectation of(Promise promise) {
        return expect(promise.kind(), promise);
    }

    /** When everything in the list will be there; now for an empty list. */
    public Instant allDoneAt(List<PromiseKind> waitsFor) {
        return waitsFor.stream().map(kind -> expected(kind).availableAt()).reduce(now, JourneyForecast::later);
    }

    /** When something of this kind would be done if it were promised now; made or not. */
    public Expectation expected(PromiseKind kind) {
        Expectation before = known.get(kind);
        if (before != null) {
            return before;
        }
        // A circle in a shop's own policy must not hang the forecast: whoever is asked again meanwhile says "now".
        known.put(kind, new Expectation(now, RiskCause.TIME_PASSING, now));
        Promise promise = current.get(kind);
        Expectation expectation = promise == null ? expectUnpromised(kind) : expect(kind, promise);
        known.put(kind, expectation);
        return expectation;
    }

    private boolean restsWithCustomer(PromiseKind kind) {
        return current.containsKey(kind) && expected(kind).isCustomersTurn();
    }

    private void take(Promise promise) {
        Promise before = current.get(promise.kind());
        if (before == null || !before.isOpen() || promise.isOpen()) {
            current.put(promise.kind(), promise);
        }
    }

    private Expectation expectUnpromised(PromiseKind kind) {
        KindPolicy policy = terms.kind(kind);
        Instant startAt = allDoneAt(policy.waitsFor());
        Instant doneAt = terms.calendar(policy.desk()).plus(startAt, policy.lead());
        return new Expectation(doneAt, RiskCause.EARLIER_STEP, doneAt);
    }

    private Expectation expect(PromiseKind kind, Promise promise) {
        if (promise.keptAt() != null) {
            return new Expectation(promise.keptAt(), RiskCause.TIME_PASSING, now);
        }
        if (promise.withdrawnAt() != null) {
            return new Expectation(now, RiskCause.TIME_PASSING, now);
        }
        if (promise.isWaiting() || promise.waitsFor().stream().anyMatch(this::restsWithCustomer)) {
            // Nobody knows when the customer acts; what was said stands until then.
            Instant standing = later(promise.dueAt(), now);
            return new Expectation(standing, RiskCause.CUSTOMERS_TURN, standing);
        }
        Instant readyAt = now;
        RiskCause cause = RiskCause.TIME_PASSING;
        Instant earlierDoneAt = allDoneAt(promise.waitsFor());
        if (earlierDoneAt.isAfter(readyAt)) {
            readyAt = earlierDoneAt;
            cause = RiskCause.EARLIER_STEP;
        }
        Estimate estimate = promise.estimate();
        if (estimate != null && estimate.expectedAt().isAfter(readyAt)) {
            readyAt = estimate.expectedAt();
            cause = RiskCause.ESTIMATE;
        }
        Instant expectedAt = finish(promise, terms.kind(kind), readyAt);
        Instant availableAt = wordOf(promise, expectedAt);
        Instant byLoad = DeskLoad.counts(promise) ? byLoad(promise) : expectedAt;
        return byLoad.isAfter(expectedAt)
                ? new Expectation(byLoad, RiskCause.LOAD, availableAt)
                : new Expectation(expectedAt, cause, availableAt);
    }

    /** When its desk is through with all that is due until then, this one among it. */
    private Instant byLoad(Promise promise) {
        Desk desk = promise.desk();
        Duration work = loads.apply(desk).workUntil(promise.dueAt(), terms.desk(desk));
        return work.isZero() ? now : terms.calendar(desk).plus(now, work);
    }

    private Instant finish(Promise promise, KindPolicy policy, Instant readyAt) {
        Instant windowStartAt = promise.windowStartAt();
        if (windowStartAt != null) {
            // An agreed time is kept within its window, not before; who is ready too late shifts it by as much.
            Duration late = Duration.between(windowStartAt, readyAt);
            boolean waits = readyAt.isAfter(now);
            return waits && !late.isNegative() ? promise.dueAt().plus(late) : later(promise.dueAt(), now);
        }
        return terms.calendar(promise.desk()).plus(readyAt, policy.handling());
    }

    /** A desk that rescheduled a promise knows of no earlier date; without an estimate its due time is the best word. */
    private static Instant wordOf(Promise promise, Instant expectedAt) {
        boolean onlyWord = promise.revision() > 0 && promise.estimate() == null;
        return onlyWord ? later(expectedAt, promise.dueAt()) : expectedAt;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
