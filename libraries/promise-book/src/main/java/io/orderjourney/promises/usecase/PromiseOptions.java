package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.state.KindPolicy;
import io.orderjourney.promises.AvailableSlots;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.OptionQuestion;
import io.orderjourney.promises.OptionSource;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.PromiseOption;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers "what may I promise?" from calendar, load, forecast and what the owner knows. */
@ApplicationScoped
public class PromiseOptions {

    private static final int OPENINGS_MAX = 8;

    private final Promises promises;
    private final CurrentTerms terms;
    private final TermsOfJourney ofJourney;
    private final BusinessClock clock;
    private final Instance<OptionSource> sources;
    private final Instance<AvailableSlots> openings;

    PromiseOptions(
            Promises promises,
            CurrentTerms terms,
            TermsOfJourney ofJourney,
            BusinessClock clock,
            Instance<OptionSource> sources,
            Instance<AvailableSlots> openings) {
        this.promises = promises;
        this.terms = terms;
        this.ofJourney = ofJourney;
        this.clock = clock;
        this.sources = sources;
        this.openings = openings;
    }

    /**
     * What may be promised, earliest first.
     *
     * @throws PromiseRefused if a requested time would not hold
     * @throws IllegalArgumentException for a kind the shop has no policy for
     */
    public List<PromiseOption> options(OptionQuestion question) {
        ShopTerms shop = terms.get();
        KindPolicy policy = shop.kind(question.kind());
        Optional<OptionSource> source = sources.stream()
                .filter(candidate -> candidate.kind().equals(question.kind()))
                .findFirst();
        if (source.isPresent()) {
            return source.get().options(question);
        }
        UUID journeyId = question.journeyId();
        if (policy.precision() == Precision.WINDOW && journeyId != null) {
            Instant from = latest(question.requestedAt(), earliestStartAt(journeyId, question.kind()));
            return windows(journeyId, question.kind(), from).stream()
                    .map(date -> PromiseOption.of(question.kind(), date, shop, question.language(), null))
                    .toList();
        }
        List<Promise> journey = journeyId == null ? List.of() : promises.of(journeyId);
        GrantedDate date = dateFor(question.kind(), journey, question.requestedAt());
        return List.of(PromiseOption.of(question.kind(), date, shop, question.language(), null));
    }

    /** The earliest date for a kind in a journey, or the requested one. */
    public GrantedDate dateFor(PromiseKind kind, List<Promise> journey, @Nullable Instant requestedAt) {
        ShopTerms shop =
                journey.isEmpty() ? terms.get() : termsFor(kind, journey.get(0).journeyId());
        Instant now = clock.instant();
        KindPolicy policy = shop.kind(kind);
        JourneyForecast forecast = JourneyForecast.of(journey, shop, now);
        Optional<Promise> open = journey.stream()
                .filter(promise -> promise.isOpen() && promise.kind().equals(kind))
                .findFirst();
        DeskLoad load = promises.load(open.map(Promise::desk).orElse(policy.desk()));
        PromiseDates dates = PromiseDates.at(now, shop);
        if (requestedAt != null && open.isPresent()) {
            return dates.requested(open.get(), requestedAt, forecast, load);
        }
        List<PromiseKind> waitsFor =
                open.map(Promise::waitsFor).orElse(journey.isEmpty() ? List.of() : policy.waitsFor());
        return requestedAt == null
                ? dates.earliest(kind, waitsFor, forecast, load)
                : dates.requested(kind, requestedAt, waitsFor, forecast, load);
    }

    /** Until this transaction ends, no other customer agrees on a window that this promise could have. Called before its lock is taken. */
    public void hold(Promise promise) {
        openingsOf(promise.kind()).ifPresent(owner -> owner.hold(promise.journeyId()));
    }

    /**
     * The window that begins at {@code startAt}, if the owner can keep it; see {@link #hold}.
     *
     * @throws PromiseRefused if not, with the next one that it can keep
     */
    public GrantedDate windowAt(Promise promise, Instant startAt) {
        PromiseDates dates = PromiseDates.at(clock.instant(), ofJourney.of(promise));
        Instant earliestAt = earliestStartAt(promise.journeyId(), promise.kind());
        Optional<AvailableSlots> owner = openingsOf(promise.kind());
        if (owner.isEmpty()) {
            Instant windowStartAt = promise.windowStartAt();
            Duration length = windowStartAt == null
                    ? terms.get().kind(promise.kind()).handling()
                    : Duration.between(windowStartAt, promise.dueAt());
            return dates.window(promise.kind(), startAt, startAt.plus(length), earliestAt);
        }
        List<AvailableSlots.Window> free = owner.get().next(promise.journeyId(), latest(startAt, earliestAt), 1);
        if (free.isEmpty() || !free.get(0).startAt().equals(startAt)) {
            throw dates.refusal(
                    promise.kind(), free.isEmpty() ? earliestAt : free.get(0).startAt());
        }
        return dates.window(promise.kind(), startAt, free.get(0).endAt(), earliestAt);
    }

    /** The next windows of a kind that can be agreed in this journey from {@code from} on. */
    public List<GrantedDate> windows(UUID journeyId, PromiseKind kind, Instant from) {
        PromiseDates dates = PromiseDates.at(clock.instant(), termsFor(kind, journeyId));
        return openingsOf(kind).map(owner -> owner.next(journeyId, from, OPENINGS_MAX)).orElse(List.of()).stream()
                .map(window -> dates.window(kind, window.startAt(), window.endAt(), from))
                .toList();
    }

    private Instant earliestStartAt(UUID journeyId, PromiseKind kind) {
        ShopTerms shop = termsFor(kind, journeyId);
        Instant now = clock.instant();
        KindPolicy policy = shop.kind(kind);
        Instant afterEarlierSteps =
                JourneyForecast.of(promises.of(journeyId), shop, now).allDoneAt(policy.waitsFor());
        return latest(shop.calendar(policy.desk()).plus(now, policy.lead()), afterEarlierSteps);
    }

    /** Only what a counter does depends on the point. */
    private ShopTerms termsFor(PromiseKind kind, UUID journeyId) {
        ShopTerms shop = terms.get();
        return shop.kind(kind).desk() == Desk.PICKUP_POINT ? ofJourney.of(journeyId) : shop;
    }

    private Optional<AvailableSlots> openingsOf(PromiseKind kind) {
        return openings.stream().filter(owner -> owner.kind().equals(kind)).findFirst();
    }

    private static Instant latest(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
