package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a customer changes can make promises later: whatever follows from it gets the date that follows, as agreed with them.
 * What was late before stays the shop's to put right. Joins the running transaction.
 */
@ApplicationScoped
public class AgreedDelays {

    private final PromiseDesk desk;
    private final Promises promises;
    private final PromiseBook book;
    private final CurrentTerms terms;
    private final TermsOfJourney ofJourney;
    private final BusinessClock clock;

    AgreedDelays(
            PromiseDesk desk,
            Promises promises,
            PromiseBook book,
            CurrentTerms terms,
            TermsOfJourney ofJourney,
            BusinessClock clock) {
        this.desk = desk;
        this.promises = promises;
        this.book = book;
        this.terms = terms;
        this.ofJourney = ofJourney;
        this.clock = clock;
    }

    /** Our promises of a journey that will not hold because of what they wait for, or of what we know about their date. */
    public Set<UUID> slipping(UUID journeyId) {
        return slips(journeyId).stream().map(Promise::id).collect(Collectors.toSet());
    }

    /**
     * What the customer changed makes promises later: those that would slip get the earliest date that follows, as agreed
     * with the customer.
     *
     * @param others those that would have slipped without the change: they stay the shop's to put right
     */
    public void agreeLater(UUID journeyId, Set<UUID> others, String actor) {
        Set<UUID> settled = new HashSet<>(others);
        Optional<Promise> next = nextSlip(journeyId, settled);
        while (next.isPresent()) {
            Promise promise = next.get();
            settled.add(promise.id());
            GrantedDate date = PromiseDates.at(clock.instant(), ofJourney.of(promise))
                    .earliestFrom(
                            promise.kind(),
                            possibleFrom(promise),
                            desk.load(terms.get().kind(promise.kind()).desk()));
            book.reschedule(promise.id(), date, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, actor);
            next = nextSlip(journeyId, settled);
        }
    }

    /** When everything is there by the dates that the customer is told, and by what we know of this one. */
    private Instant possibleFrom(Promise promise) {
        Estimate known = promise.estimate();
        return Stream.concat(
                        Stream.ofNullable(known == null ? null : known.expectedAt()),
                        promises.of(promise.journeyId()).stream()
                                .filter(other ->
                                        other.isOpen() && promise.waitsFor().contains(other.kind()))
                                .map(Promise::dueAt))
                .reduce(clock.instant(), (one, other) -> one.isAfter(other) ? one : other);
    }

    /** What others wait for comes first: their dates follow from it. */
    private Optional<Promise> nextSlip(UUID journeyId, Set<UUID> settled) {
        List<Promise> slips = slips(journeyId).stream()
                .filter(promise -> !settled.contains(promise.id()))
                .toList();
        Set<PromiseKind> kinds = slips.stream().map(Promise::kind).collect(Collectors.toSet());
        return slips.stream()
                .filter(promise -> promise.waitsFor().stream().noneMatch(kinds::contains))
                .findFirst();
    }

    /** Agreed windows are left alone: their owner knows which times are free. */
    private List<Promise> slips(UUID journeyId) {
        List<Promise> all = promises.of(journeyId);
        return all.stream()
                .filter(promise -> promise.isOpen()
                        && desk.isOurs(promise)
                        && !promise.isWaiting()
                        && promise.precision() != Precision.WINDOW)
                .filter(promise -> slips(promise, all))
                .toList();
    }

    private boolean slips(Promise promise, List<Promise> all) {
        Expectation expectation =
                JourneyForecast.of(all, ofJourney.of(promise), clock.instant()).of(promise);
        boolean known = expectation.cause() == RiskCause.ESTIMATE || expectation.cause() == RiskCause.EARLIER_STEP;
        return known && expectation.isSlip(promise);
    }
}
