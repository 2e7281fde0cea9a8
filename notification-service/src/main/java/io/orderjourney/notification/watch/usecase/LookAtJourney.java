package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseMissed;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.watch.DatesSaid;
import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.Verdict;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One look at one journey: re-forecast, compare with what was said and done, act once. */
final class LookAtJourney {

    /** After its own reschedule the watch looks at the promise again; more than a few rounds would be a circle. */
    private static final int ROUNDS_MAX = 4;

    private static final String ACTOR = "watch";

    private final WatchTools tools;
    private final Map<UUID, Promise> promises;
    private final WatchMemory memory;
    private final Map<UUID, ZoneId> zones;
    private final ShopTerms terms;
    private final Instant now;

    /**
     * @param promises all of the journey; a promise the watch reschedules is replaced in it
     * @param zones where customers' nights are reckoned, as far as it is not the shop's zone
     */
    LookAtJourney(
            WatchTools tools,
            Map<UUID, Promise> promises,
            WatchMemory memory,
            Map<UUID, ZoneId> zones,
            ShopTerms terms,
            Instant now) {
        this.tools = tools;
        this.promises = promises;
        this.memory = memory;
        this.zones = zones;
        this.terms = terms;
        this.now = now;
    }

    /** Acts on every open promise. */
    void act() {
        WatchPolicy policy = new WatchPolicy(terms, now);
        for (UUID id : List.copyOf(promises.keySet())) {
            List<ReachedRung> reached = memory.reached(id);
            for (int round = 0; round < ROUNDS_MAX; round++) {
                Promise promise = Objects.requireNonNull(promises.get(id));
                if (!promise.isOpen()) {
                    break;
                }
                // The forecast is made anew each time: a promise that was just rescheduled shifts those that wait for
                // it.
                Expectation expectation =
                        JourneyForecast.of(promises.values(), terms, now).of(promise);
                Verdict verdict = policy.decide(
                        promise, expectation, memory.record(id), round == 0 ? reached : List.of(), said(promise));
                carryOut(verdict, promise);
                if (verdict.reschedule() == null) {
                    break;
                }
            }
        }
    }

    /** Whether nothing is promised any more. */
    boolean isSilent() {
        return promises.values().stream().noneMatch(Promise::isOpen);
    }

    private void carryOut(Verdict verdict, Promise promise) {
        Integer missedRevision = verdict.missedRevision();
        if (missedRevision != null) {
            declareMissed(promise, missedRevision);
        }
        if (verdict.planRungs()) {
            ZoneId zone = zones.getOrDefault(promise.customerId(), terms.zone());
            tools.timers().plan(promise, EscalationPolicy.of(promise, terms, zone));
            memory.change(memory.record(promise.id()).planned(promise.revision()));
        }
        Verdict.SystemMove reschedule = verdict.reschedule();
        Promise present = reschedule == null ? promise : rescheduled(promise, reschedule);
        verdict.warnings().forEach(warning -> warnOwner(present, warning));
        verdict.asks().forEach(ask -> askDesk(present, ask));
        switch (verdict.speech()) {
            case ANNOUNCE -> announce(present);
            case KEEP_QUIET -> memory.change(memory.record(present.id()).keptQuiet(present.revision()));
            case NOTHING -> {}
        }
    }

    private void warnOwner(Promise promise, Verdict.Warning warning) {
        tools.log()
                .append(NewEvent.of(
                                EventTypes.PROMISE_AT_RISK,
                                promise.journeyId(),
                                new PromiseAtRisk(
                                        promise.id(),
                                        promise.kind(),
                                        promise.desk(),
                                        promise.revision(),
                                        warning.level(),
                                        warning.cause(),
                                        promise.dueAt(),
                                        warning.expectedAt(),
                                        warning.proposal().dueAt(),
                                        now),
                                ACTOR)
                        .because(warning.cause().name()));
        if (warning.level() == EscalationLevel.FORESEEN) {
            memory.change(memory.record(promise.id()).foreseen(promise.revision(), warning.expectedAt()));
        }
    }

    private void askDesk(Promise promise, Verdict.Ask ask) {
        tools.desks()
                .open(
                        promise.journeyId(),
                        promise.desk(),
                        ask.task(),
                        promise.id(),
                        promise.revision(),
                        terms.kind(promise.kind()).step(),
                        ask.doBeforeAt());
    }

    private Promise rescheduled(Promise promise, Verdict.SystemMove reschedule) {
        ReasonCode reason = reason(reschedule.cause(), promise);
        Promise rescheduled =
                tools.book().reschedule(promise.id(), reschedule.date(), reason, null, DecidedBy.SYSTEM, ACTOR);
        promises.put(rescheduled.id(), rescheduled);
        SaidDate date = new SaidDate(
                rescheduled.id(),
                rescheduled.revision(),
                rescheduled.journeyId(),
                rescheduled.dueAt(),
                rescheduled.windowStartAt(),
                reason,
                ACTOR,
                true,
                now,
                null,
                null);
        tools.records().said(date);
        memory.said(date);
        return rescheduled;
    }

    private void announce(Promise promise) {
        DatesSaid said = said(promise);
        // Not the last one spoken of: a message that waits for its channel, or for its time, he has not heard.
        SaidDate believed = said.heardBefore();
        tools.announcements()
                .announce(new DateChange(
                        promise.id(),
                        promise.journeyId(),
                        promise.kind(),
                        promise.revision(),
                        promise.firstPromisedAt(),
                        believed.dueAt(),
                        believed.anchorAt(),
                        promise.precision(),
                        promise.windowStartAt(),
                        promise.dueAt(),
                        said.reason()));
        memory.change(memory.record(promise.id()).spoken(promise.revision()));
    }

    private void declareMissed(Promise promise, int revision) {
        tools.records().broken(promise.id(), revision, now);
        tools.log()
                .append(NewEvent.of(
                        EventTypes.PROMISE_MISSED,
                        promise.journeyId(),
                        new PromiseMissed(
                                promise.id(),
                                promise.kind(),
                                promise.desk(),
                                revision,
                                said(promise).at(revision).dueAt(),
                                true,
                                now),
                        ACTOR));
        tools.desks()
                .open(
                        promise.journeyId(),
                        Desk.MANAGEMENT,
                        DeskTaskKind.ESCALATION,
                        promise.id(),
                        revision,
                        "A promise was missed without notice: decide what the shop does for this customer",
                        terms.calendar(Desk.MANAGEMENT)
                                .plus(now, terms.kind(PromiseKind.NEXT_UPDATE).lead()));
    }

    private DatesSaid said(Promise promise) {
        return new DatesSaid(promise, memory.dates(promise.id()));
    }

    private static ReasonCode reason(RiskCause cause, Promise promise) {
        Estimate estimate = promise.estimate();
        return switch (cause) {
            case EARLIER_STEP -> ReasonCode.EARLIER_STEP_LATE;
            case NOT_CONFIRMED -> ReasonCode.EXPERT_ABSENT;
            case ESTIMATE -> estimate == null ? ReasonCode.POLICY : estimate.reason();
            case TIME_PASSING, LOAD -> reasonOfSilence(promise);
        };
    }

    private static ReasonCode reasonOfSilence(Promise promise) {
        if (promise.kind().equals(PromiseKind.PICKUP_SLOT)) {
            return ReasonCode.CUSTOMER_DID_NOT_COME;
        }
        if (promise.kind().equals(PromiseKind.BANK_PAPERS)) {
            return ReasonCode.PAPERS_MISSING;
        }
        @Nullable String partner = promise.partner();
        if (partner == null) {
            return ReasonCode.DESK_BUSY;
        }
        return partner.equals("bank") ? ReasonCode.BANK_LATE : ReasonCode.SUPPLIER_LATE;
    }
}
