package io.orderjourney.promises.usecase;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.promises.PromiseConfirmed;
import io.orderjourney.contracts.promises.PromiseEstimated;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromisePaused;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Commitment;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.NewPromise;
import io.orderjourney.promises.Notes;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromisedDate;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.Reschedule;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.Wording;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The book in which an owner keeps its promises. Every change is written together with the fact that tells of it, in the
 * caller's transaction.
 */
@ApplicationScoped
public class PromiseBook {

    private final Promises promises;
    private final Notes notes;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final BusinessClock clock;
    private final String owner;
    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

    PromiseBook(
            Promises promises,
            Notes notes,
            JourneyLog log,
            CurrentTerms terms,
            BusinessClock clock,
            @ConfigProperty(name = "journey.service") String owner) {
        this.promises = promises;
        this.notes = notes;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
        this.owner = owner;
    }

    /** Makes a promise and tells the world. */
    public Promise make(NewPromise wanted) {
        Promise promise = makeHeld(wanted);
        promises.add(promise);
        return promise;
    }

    /** As {@link #make} for a promise that the caller writes with many others: see {@link Promises#add(java.util.Collection)}. */
    public Promise makeHeld(NewPromise wanted) {
        ShopTerms shop = terms.get();
        Instant now = clock.instant();
        var policy = shop.kind(wanted.kind());
        GrantedDate date = wanted.date();
        Commitment commitment = new Commitment(
                wanted.journeyId(),
                wanted.customerId(),
                wanted.kind(),
                Objects.requireNonNullElse(wanted.desk(), policy.desk()),
                policy.partner(),
                owner,
                wanted.madeBy(),
                wanted.language(),
                wanted.waitsFor(),
                now,
                date.dueAt());
        String told = Wording.told(wanted.kind(), date, shop.zone(), wanted.language());
        Promise promise = Promise.made(
                ids.generate(),
                commitment,
                PromisedDate.first(date.precision(), date.windowStartAt(), date.dueAt(), told, wanted.madeBy()));
        log.append(NewEvent.of(
                EventTypes.PROMISE_MADE,
                promise.journeyId(),
                new PromiseMade(
                        promise.id(),
                        promise.kind(),
                        promise.desk(),
                        promise.partner(),
                        promise.customerId(),
                        promise.madeBy(),
                        promise.language(),
                        promise.told(),
                        promise.firstPromisedAt(),
                        promise.windowStartAt(),
                        promise.precision(),
                        promise.waitsFor(),
                        now),
                wanted.madeBy()));
        return promise;
    }

    /**
     * Gives a promise a new due time.
     *
     * @throws NoSuchElementException if it is not known here
     */
    public Promise reschedule(
            UUID id, GrantedDate date, ReasonCode reason, @Nullable String note, DecidedBy decidedBy, String actor) {
        Promise after = rescheduleHeld(forChange(id), date, reason, note, decidedBy, actor);
        promises.change(after);
        if (note != null) {
            notes.add(new Notes.Note(
                    after.journeyId(),
                    after.customerId(),
                    "reschedule " + after.revision(),
                    note,
                    actor,
                    clock.instant()));
        }
        return after;
    }

    /**
     * As {@link #reschedule} for a promise that the caller has read for a change, and writes with many others: see
     * {@link Promises#change(java.util.Collection)}.
     */
    public Promise rescheduleHeld(
            Promise before,
            GrantedDate date,
            ReasonCode reason,
            @Nullable String note,
            DecidedBy decidedBy,
            String actor) {
        String told = Wording.told(before.kind(), date, terms.get().zone(), before.language());
        Promise after = before.rescheduled(new Reschedule(date, reason, note, decidedBy, actor, told));
        Instant now = clock.instant();
        log.append(NewEvent.of(
                        EventTypes.PROMISE_RESCHEDULED,
                        after.journeyId(),
                        new PromiseRescheduled(
                                after.id(),
                                after.kind(),
                                after.revision(),
                                before.dueAt(),
                                after.dueAt(),
                                after.windowStartAt(),
                                reason,
                                null,
                                actor,
                                decidedBy == DecidedBy.SYSTEM,
                                told,
                                now),
                        actor)
                .because(reason.name()));
        return after;
    }

    /** Records that a promise was kept, and by what it can be seen. A promise that was kept before stays as it is. */
    public Promise keep(UUID id, String evidence, String actor) {
        Promise before = forChange(id);
        if (before.keptAt() != null) {
            return before;
        }
        Instant now = clock.instant();
        Promise after = before.kept(evidence, now);
        promises.change(after);
        log.append(NewEvent.of(
                EventTypes.PROMISE_KEPT, after.journeyId(), new PromiseKept(id, after.kind(), evidence, now), actor));
        return after;
    }

    /** Keeps those of these promises that are open, in as many statements for a hundred as for one. */
    public void keepAll(Collection<UUID> ids, String evidence, String actor) {
        Instant now = clock.instant();
        List<Promise> kept = promises.findForChange(ids).stream()
                .filter(Promise::isOpen)
                .map(open -> open.kept(evidence, now))
                .toList();
        promises.change(kept);
        log.append(kept.stream()
                .map(after -> NewEvent.of(
                        EventTypes.PROMISE_KEPT,
                        after.journeyId(),
                        new PromiseKept(after.id(), after.kind(), evidence, now),
                        actor))
                .toList());
    }

    /**
     * As {@link #estimate} for those of these promises that are open, in as many statements for a hundred as for one.
     *
     * @param ifLater the reason if it says later than before, or nothing
     */
    public void estimateAll(Collection<UUID> ids, @Nullable Instant expectedAt, ReasonCode ifLater, String actor) {
        Instant now = clock.instant();
        List<Promise> changed = new ArrayList<>();
        List<NewEvent<?>> facts = new ArrayList<>();
        for (Promise before : promises.findForChange(ids)) {
            Estimate known = before.estimate();
            Instant knownAt = known == null ? null : known.expectedAt();
            if (!before.isOpen() || Objects.equals(knownAt, expectedAt)) {
                continue;
            }
            boolean later = expectedAt == null || (knownAt != null && expectedAt.isAfter(knownAt));
            ReasonCode reason = later ? ifLater : ReasonCode.PARTNER_ESTIMATE;
            Promise after = before.estimated(expectedAt == null ? null : new Estimate(expectedAt, reason));
            changed.add(after);
            facts.add(NewEvent.of(
                            EventTypes.PROMISE_ESTIMATED,
                            after.journeyId(),
                            new PromiseEstimated(after.id(), after.kind(), expectedAt, reason, actor, now),
                            actor)
                    .because(reason.name()));
        }
        promises.change(changed);
        log.append(facts);
    }

    /** Keeps the open promise of this kind in a journey, if there is one. */
    public Optional<Promise> keepOpen(UUID journeyId, PromiseKind kind, String evidence, String actor) {
        return promises.open(journeyId, kind).map(open -> keep(open.id(), evidence, actor));
    }

    /** Records what the owner knows about the date; null takes an earlier estimate back. Saying the same twice is silent. */
    public Promise estimate(UUID id, @Nullable Instant expectedAt, ReasonCode reason, String actor) {
        Promise before = forChange(id);
        Estimate known = expectedAt == null ? null : new Estimate(expectedAt, reason);
        if (Objects.equals(before.estimate(), known)) {
            return before;
        }
        Promise after = before.estimated(known);
        promises.change(after);
        log.append(NewEvent.of(
                        EventTypes.PROMISE_ESTIMATED,
                        after.journeyId(),
                        new PromiseEstimated(id, after.kind(), expectedAt, reason, actor, clock.instant()),
                        actor)
                .because(reason.name()));
        return after;
    }

    /** Confirms the agreed time as it stands. */
    public Promise confirm(UUID id, String evidence, String actor) {
        Promise before = forChange(id);
        if (before.isConfirmed()) {
            return before;
        }
        Promise after = before.confirmed();
        promises.change(after);
        log.append(NewEvent.of(
                EventTypes.PROMISE_CONFIRMED,
                after.journeyId(),
                new PromiseConfirmed(id, after.kind(), after.revision(), evidence, clock.instant()),
                actor));
        return after;
    }

    /**
     * Leaves it to the customer: until they act, the promise owes nothing. Waiting for the same thing twice is silent.
     *
     * @param untilAt how long the shop waits, see {@link io.orderjourney.promises.WaitingPolicy}
     */
    public Promise pause(UUID id, WaitingReason reason, Instant untilAt, String actor) {
        Promise before = forChange(id);
        CustomerTurn known = before.turn();
        if (known != null && known.reason() == reason && known.untilAt().equals(untilAt)) {
            return before;
        }
        Promise after = pauseHeld(before, reason, untilAt, actor);
        promises.change(after);
        return after;
    }

    /** As {@link #pause} for a promise that the caller holds, and writes with many others. */
    public Promise pauseHeld(Promise before, WaitingReason reason, Instant untilAt, String actor) {
        Instant now = clock.instant();
        Promise after = before.paused(new CustomerTurn(reason, now, untilAt));
        log.append(NewEvent.of(
                        EventTypes.PROMISE_PAUSED,
                        after.journeyId(),
                        new PromisePaused(after.id(), after.kind(), reason, now, untilAt),
                        actor)
                .because(reason.name()));
        return after;
    }

    /** Records that nobody waits for a promise any more. */
    public Promise withdraw(UUID id, String why, String actor) {
        Promise before = forChange(id);
        Instant now = clock.instant();
        Promise after = before.withdrawn(now);
        promises.change(after);
        log.append(NewEvent.of(
                        EventTypes.PROMISE_WITHDRAWN,
                        after.journeyId(),
                        new PromiseWithdrawn(id, after.kind(), why, now),
                        actor)
                .because(why));
        return after;
    }

    private Promise forChange(UUID id) {
        return promises.findForChange(id).orElseThrow(() -> new NoSuchElementException("No promise " + id));
    }
}
