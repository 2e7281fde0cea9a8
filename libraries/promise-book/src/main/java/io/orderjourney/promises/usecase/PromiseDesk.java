package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Deliveries;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.WaitingPolicy;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an owner does with its promises. Every call joins the running transaction, and every change is written
 * with the fact that tells of it.
 */
@ApplicationScoped
public class PromiseDesk {

    private final Promises promises;
    private final PromiseBook book;
    private final PromiseOptions options;
    private final Deliveries deliveries;
    private final CustomerWords words;
    private final CurrentTerms terms;
    private final TermsOfJourney ofJourney;
    private final BusinessClock clock;
    private final String owner;

    PromiseDesk(
            Promises promises,
            PromiseBook book,
            PromiseOptions options,
            Deliveries deliveries,
            CustomerWords words,
            CurrentTerms terms,
            TermsOfJourney ofJourney,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String owner) {
        this.promises = promises;
        this.book = book;
        this.options = options;
        this.deliveries = deliveries;
        this.words = words;
        this.terms = terms;
        this.ofJourney = ofJourney;
        this.clock = clock;
        this.owner = owner;
    }

    /**
     * To whom something is promised.
     *
     * @param language BCP 47 language in which the customer is told
     * @param pickupPoint whose hours the counter has
     */
    public record Recipient(
            UUID journeyId,
            UUID customerId,
            String language,
            @Nullable String pickupPoint) {

        /** A customer to whom no counter promises anything. */
        public Recipient(UUID journeyId, UUID customerId, String language) {
            this(journeyId, customerId, language, null);
        }
    }

    // Make

    /** Promises the next step for the earliest date. Whatever it waits for is done: that is why it is the next step. */
    public Promise makeEarliest(Recipient to, PromiseKind kind, String actor) {
        return makeEarliest(to, kind, terms.get().kind(kind).waitsFor(), clock.instant(), actor);
    }

    /** As {@link #makeEarliest(Recipient, PromiseKind, String)}, when it is known from when on it can be done. */
    public Promise makeEarliest(
            Recipient to, PromiseKind kind, List<PromiseKind> waitsFor, Instant possibleFromAt, String actor) {
        Instant now = clock.instant();
        Instant from = possibleFromAt.isAfter(now) ? possibleFromAt : now;
        GrantedDate date = PromiseDates.at(now, terms.at(to.pickupPoint())).earliestFrom(kind, from, loadOf(kind));
        return make(to, kind, date, waitsFor, actor);
    }

    /** Promises for the earliest date after all it waits for, as the journey's forecast sees it. */
    public Promise makeAfter(Recipient to, PromiseKind kind, List<PromiseKind> waitsFor, String actor) {
        Instant now = clock.instant();
        ShopTerms shop = terms.at(to.pickupPoint());
        JourneyForecast forecast = JourneyForecast.of(promises.of(to.journeyId()), shop, now);
        GrantedDate date = PromiseDates.at(now, shop).earliest(kind, waitsFor, forecast, loadOf(kind));
        return make(to, kind, date, waitsFor, actor);
    }

    /** Promises a date that the customer accepted from a signed offer: it is theirs, whatever came since. */
    public Promise makeOffered(
            Recipient to,
            PromiseKind kind,
            Precision precision,
            Instant dueAt,
            List<PromiseKind> waitsFor,
            String actor) {
        GrantedDate date = PromiseDates.at(clock.instant(), terms.get()).offered(precision, dueAt);
        return make(to, kind, date, waitsFor, actor);
    }

    /** Promises a date that was granted before, e.g. an agreed window. */
    public Promise make(Recipient to, PromiseKind kind, GrantedDate date, List<PromiseKind> waitsFor, String actor) {
        return make(to, kind, null, date, waitsFor, actor);
    }

    /**
     * No date is known: promises the time of the next message, by this desk. Who waits for one of ours already is not
     * promised another.
     */
    public Promise makeNextUpdate(Recipient to, Desk desk, String actor) {
        return open(to.journeyId(), PromiseKind.NEXT_UPDATE).orElseGet(() -> {
            GrantedDate date = PromiseDates.at(clock.instant(), terms.get()).nextUpdate(desk, load(desk));
            return make(to, PromiseKind.NEXT_UPDATE, desk, date, List.of(), actor);
        });
    }

    /** Promises an answer by this desk, whichever desk the kind's policy names, within one business day. */
    public Promise makeWithinOneDay(Recipient to, PromiseKind kind, Desk desk, String actor) {
        GrantedDate date = PromiseDates.at(clock.instant(), terms.get()).withinOneDay(kind, desk, load(desk));
        return make(to, kind, desk, date, List.of(), actor);
    }

    private Promise make(
            Recipient to,
            PromiseKind kind,
            @Nullable Desk desk,
            GrantedDate date,
            List<PromiseKind> waitsFor,
            String actor) {
        return book.make(
                new NewPromise(to.journeyId(), to.customerId(), kind, desk, date, waitsFor, to.language(), actor));
    }

    // Change

    /** As {@link PromiseBook#reschedule}. */
    public Promise reschedule(
            UUID id, GrantedDate date, ReasonCode reason, @Nullable String note, DecidedBy decidedBy, String actor) {
        return book.reschedule(id, date, reason, note, decidedBy, actor);
    }

    /**
     * Reschedules to a requested time, after asking whether it can be kept. What was checked is what is changed: both happen
     * on one locked read.
     *
     * @param requestedAt the new due time; for an agreed window, its new start
     * @param check throws if the caller may not, or has seen another revision
     * @throws NoSuchElementException if it is not ours
     * @throws io.orderjourney.promises.PromiseRefused if it would not hold, with the next time that would
     * @throws io.orderjourney.promises.ManagerApprovalRequired if a manager must decide
     */
    @Transactional
    public Promise rescheduleTo(
            UUID id,
            Instant requestedAt,
            ReasonCode reason,
            @Nullable String note,
            DecidedBy decidedBy,
            String actor,
            Consumer<Promise> check) {
        promises.find(id).filter(this::isOurs).ifPresent(options::hold);
        Promise promise = promises.findForChange(id)
                .filter(this::isOurs)
                .orElseThrow(() -> new NoSuchElementException("No promise of ours: " + id));
        check.accept(promise);
        return book.reschedule(id, dateOf(promise, requestedAt), reason, note, decidedBy, actor);
    }

    /**
     * As {@link #rescheduleTo}, because the customer asked for it: only what they said since counts, and once.
     *
     * @throws io.orderjourney.promises.EvidenceMissing if nothing shows that they asked
     */
    @Transactional
    public Promise rescheduleForCustomer(
            UUID id, Instant requestedAt, @Nullable String note, String actor, Consumer<Promise> check) {
        Consumer<Promise> checkAll = check.andThen(words::requireOf);
        return rescheduleTo(id, requestedAt, ReasonCode.CUSTOMER_ASKED, note, DecidedBy.CUSTOMER, actor, checkAll);
    }

    /**
     * Agrees with the customer on the time of a call: from then on it is promised for the window around that time, earlier or
     * later than before.
     *
     * @throws NoSuchElementException if it is not ours
     * @throws io.orderjourney.promises.PromiseRefused if the desk cannot call then, with the next time that it can
     */
    @Transactional
    public Promise agreeTime(UUID id, Instant agreedAt, String actor) {
        Promise promise = promises.findForChange(id)
                .filter(this::isOurs)
                .orElseThrow(() -> new NoSuchElementException("No promise of ours: " + id));
        if (promise.isWaiting() || agreedAt.isAfter(promise.dueAt())) {
            // What was promised covers an earlier call; a later one has to fit in.
            options.dateFor(promise.kind(), promises.of(promise.journeyId()), agreedAt);
        }
        GrantedDate window =
                PromiseDates.at(clock.instant(), ofJourney.of(promise)).around(promise.kind(), agreedAt);
        return book.reschedule(id, window, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, actor);
    }

    private GrantedDate dateOf(Promise promise, Instant requestedAt) {
        return promise.precision() == Precision.WINDOW
                ? options.windowAt(promise, requestedAt)
                : options.dateFor(promise.kind(), promises.of(promise.journeyId()), requestedAt);
    }

    /** As {@link PromiseBook#keep}. */
    public Promise keep(UUID id, String evidence, String actor) {
        return book.keep(id, evidence, actor);
    }

    /** Keeps our open promise of this kind, if there is one. */
    public Optional<Promise> keepOpen(UUID journeyId, PromiseKind kind, String evidence, String actor) {
        return open(journeyId, kind).map(promise -> book.keep(promise.id(), evidence, actor));
    }

    /** As {@link PromiseBook#withdraw}. */
    public Promise withdraw(UUID id, String why, String actor) {
        return book.withdraw(id, why, actor);
    }

    /** Withdraws all that we still promise in this journey: it is over, or goes another way. */
    public List<Promise> withdrawAll(UUID journeyId, String why, String actor) {
        deliveries.forget(journeyId);
        return open(journeyId).values().stream()
                .map(promise -> book.withdraw(promise.id(), why, actor))
                .toList();
    }

    /** As {@link PromiseBook#estimate}. */
    public Promise estimate(UUID id, @Nullable Instant expectedAt, ReasonCode reason, String actor) {
        return book.estimate(id, expectedAt, reason, actor);
    }

    /**
     * Records a partner's new estimate; the same again is silent.
     *
     * @param expectedAt absent if no date is known any more
     * @param ifLater the reason if it says later than before, or nothing
     */
    public Promise partnerEstimate(Promise promise, @Nullable Instant expectedAt, ReasonCode ifLater, String actor) {
        Estimate known = promise.estimate();
        Instant before = known == null ? null : known.expectedAt();
        if (Objects.equals(expectedAt, before)) {
            return promise;
        }
        boolean later = expectedAt == null || (before != null && expectedAt.isAfter(before));
        return book.estimate(promise.id(), expectedAt, later ? ifLater : ReasonCode.PARTNER_ESTIMATE, actor);
    }

    /** As {@link PromiseBook#confirm}. */
    public Promise confirm(UUID id, String evidence, String actor) {
        return book.confirm(id, evidence, actor);
    }

    /** Leaves it to the customer, for as long as the shop waits for such a thing. */
    public Promise pause(UUID id, WaitingReason reason, String actor) {
        Promise promise = promises.findForChange(id).orElseThrow();
        ShopTerms shop = ofJourney.of(promise);
        Instant untilAt = WaitingPolicy.untilAt(reason, clock.instant(), shop.calendar(promise.desk()), shop.waiting());
        return book.pause(id, reason, untilAt, actor);
    }

    // Ask

    /** This service decides about the promise. */
    public boolean isOurs(Promise promise) {
        return promise.owner().equals(owner);
    }

    /** Our open promises of a journey, by kind; of two of a kind the later one. */
    public Map<PromiseKind, Promise> open(UUID journeyId) {
        Map<PromiseKind, Promise> open = new LinkedHashMap<>();
        promises.of(journeyId).stream()
                .filter(promise -> promise.isOpen() && isOurs(promise))
                .forEach(promise -> open.put(promise.kind(), promise));
        return open;
    }

    /** Our open promise of this kind in a journey, if there is one. */
    public Optional<Promise> open(UUID journeyId, PromiseKind kind) {
        return Optional.ofNullable(open(journeyId).get(kind));
    }

    /** What the desk has to do before anything new. */
    public DeskLoad load(Desk desk) {
        return promises.load(desk);
    }

    private DeskLoad loadOf(PromiseKind kind) {
        return load(terms.get().kind(kind).desk());
    }
}
