package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.Rung;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseBroken;
import io.orderjourney.messaging.NewEvent;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.watch.DatesSaid;
import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.Verdict;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.WarningLadder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One look at one journey: re-forecast, compare with what was said and done, act once. */
final class LookAtJourney {

    /** After its own move the watch looks at the promise again; more than a few rounds would be a circle. */
    private static final int ROUNDS_MAX = 4;

    private static final String ACTOR = "watch";

    private final WatchTools tools;
    private final Map<UUID, Promise> promises;
    private final WatchMemory memory;
    private final Map<UUID, ZoneId> zones;
    private final ShopTerms terms;
    private final Instant now;

    /**
     * @param promises all of the journey; a promise the watch moves is replaced in it
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
                // The forecast is made anew each time: a promise that was just moved shifts those that wait for it.
                Expectation expectation =
                        JourneyForecast.of(promises.values(), terms, now).of(promise);
                Verdict verdict = policy.decide(
                        promise, expectation, memory.record(id), round == 0 ? reached : List.of(), said(promise));
                carryOut(verdict, promise);
                if (verdict.move() == null) {
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
        Integer brokenRevision = verdict.brokenRevision();
        if (brokenRevision != null) {
            declareBroken(promise, brokenRevision);
        }
        if (verdict.planRungs()) {
            ZoneId zone = zones.getOrDefault(promise.customerId(), terms.zone());
            tools.timers().plan(promise, WarningLadder.of(promise, terms, zone));
            memory.change(memory.record(promise.id()).planned(promise.revision()));
        }
        Verdict.SystemMove move = verdict.move();
        Promise present = move == null ? promise : moved(promise, move);
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
                                        warning.rung(),
                                        warning.cause(),
                                        promise.dueAt(),
                                        warning.expectedAt(),
                                        warning.proposal().dueAt(),
                                        now),
                                ACTOR)
                        .because(warning.cause().name()));
        if (warning.rung() == Rung.FORESEEN) {
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

    private Promise moved(Promise promise, Verdict.SystemMove move) {
        ReasonCode reason = reason(move.cause(), promise);
        Promise moved = tools.book().move(promise.id(), move.date(), reason, null, DecidedBy.SYSTEM, ACTOR);
        promises.put(moved.id(), moved);
        SaidDate date = new SaidDate(
                moved.id(),
                moved.revision(),
                moved.journeyId(),
                moved.dueAt(),
                moved.windowStartAt(),
                reason,
                ACTOR,
                true,
                now,
                null,
                null);
        tools.records().said(date);
        memory.said(date);
        return moved;
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

    private void declareBroken(Promise promise, int revision) {
        tools.records().broken(promise.id(), revision, now);
        tools.log()
                .append(NewEvent.of(
                        EventTypes.PROMISE_BROKEN,
                        promise.journeyId(),
                        new PromiseBroken(
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
                        "A promise was broken without a word: decide what the shop does for this customer",
                        terms.calendar(Desk.MANAGEMENT)
                                .plus(now, terms.kind(PromiseKind.NEXT_WORD).lead()));
    }

    private DatesSaid said(Promise promise) {
        return new DatesSaid(promise, memory.dates(promise.id()));
    }

    private static ReasonCode reason(RiskCause cause, Promise promise) {
        Estimate estimate = promise.estimate();
        return switch (cause) {
            case EARLIER_STEP -> ReasonCode.EARLIER_STEP_LATE;
            case NOT_ASSURED -> ReasonCode.EXPERT_ABSENT;
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
