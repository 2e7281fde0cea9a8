package io.orderjourney.notification.watch.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseBroken;
import io.orderjourney.messaging.JourneyLog;
import io.orderjourney.messaging.NewEvent;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.notices.Announcements;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.watch.Decision;
import io.orderjourney.notification.watch.ReachedRung;
import io.orderjourney.notification.watch.SaidDate;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchPolicy;
import io.orderjourney.notification.watch.WatchRecord;
import io.orderjourney.notification.watch.WatchRecords;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.WarningLadder;
import io.orderjourney.promises.usecase.PromiseBook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One look at one journey: re-forecast, compare with what was said and done, act once. It works on what was read for the
 * whole batch and writes only what changes.
 */
final class LookAtJourney {

    /** After its own move the watch looks at the promise again; more than a few rounds would be a circle. */
    private static final int ROUNDS_MAX = 4;

    private static final String ACTOR = "watch";

    private final WatchTools tools;
    private final Map<UUID, Promise> promises;
    private final Map<UUID, WatchRecord> records;
    private final Map<UUID, List<ReachedRung>> reached;
    private final Map<UUID, List<SaidDate>> said;
    private final ShopTerms terms;
    private final Instant now;

    /** What the look needs beside the facts: where its decisions are carried out. */
    record WatchTools(
            JourneyLog log,
            PromiseBook book,
            Timers timers,
            WatchRecords records,
            Announcements announcements,
            DeskTasks desks) {}

    LookAtJourney(
            WatchTools tools,
            Map<UUID, Promise> promises,
            Map<UUID, WatchRecord> records,
            Map<UUID, List<ReachedRung>> reached,
            Map<UUID, List<SaidDate>> said,
            ShopTerms terms,
            Instant now) {
        this.tools = tools;
        this.promises = promises;
        this.records = records;
        this.reached = reached;
        this.said = said;
        this.terms = terms;
        this.now = now;
    }

    /** Acts on every open promise; rungs of promises that ended meanwhile are only ticked off. */
    void act() {
        WatchPolicy policy = new WatchPolicy(terms, now);
        for (UUID id : List.copyOf(promises.keySet())) {
            List<ReachedRung> rungs = reached.getOrDefault(id, List.of());
            for (int round = 0; round < ROUNDS_MAX; round++) {
                Promise promise = Objects.requireNonNull(promises.get(id));
                if (!promise.isOpen()) {
                    tools.desks().closeAbout(id, "needless: the promise ended");
                    break;
                }
                // The forecast is made anew each time: a promise that was just moved shifts those that wait for it.
                Expectation expectation =
                        JourneyForecast.of(promises.values(), terms, now).of(promise);
                List<Decision> decisions = policy.decide(
                        promise, expectation, record(id), round == 0 ? rungs : List.of(), believed(promise));
                decisions.forEach(decision -> carryOut(decision, promise, expectation));
                if (decisions.stream().noneMatch(Decision.MoveBySystem.class::isInstance)) {
                    break;
                }
            }
            if (!rungs.isEmpty()) {
                tools.records().actedOn(rungs, now);
            }
        }
    }

    private void carryOut(Decision decision, Promise promise, Expectation expectation) {
        if (decision instanceof Decision.PlanRungs) {
            tools.timers().plan(promise, WarningLadder.of(promise, terms, terms.zone()));
            change(record(promise.id()).planned(promise.revision()));
        } else if (decision instanceof Decision.WarnOwner warning) {
            warnOwner(warning, promise);
        } else if (decision instanceof Decision.AskDesk ask) {
            tools.desks()
                    .open(
                            promise.journeyId(),
                            promise.desk(),
                            ask.task(),
                            promise.id(),
                            promise.revision(),
                            terms.kind(promise.kind()).step(),
                            ask.doBeforeAt());
        } else if (decision instanceof Decision.MoveBySystem move) {
            moveBySystem(move, promise);
        } else if (decision instanceof Decision.Announce) {
            announce(promise);
        } else if (decision instanceof Decision.KeepQuiet) {
            change(record(promise.id()).announced(promise.revision()));
        } else if (decision instanceof Decision.DeclareBroken broken) {
            declareBroken(promise, broken.revision());
        }
    }

    private void warnOwner(Decision.WarnOwner warning, Promise promise) {
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
        change(record(promise.id()).foreseen(promise.revision(), warning.expectedAt()));
    }

    private void moveBySystem(Decision.MoveBySystem move, Promise promise) {
        Promise moved = tools.book()
                .move(promise.id(), move.date(), reason(move.cause(), promise), null, DecidedBy.SYSTEM, ACTOR);
        promises.put(moved.id(), moved);
        SaidDate date = new SaidDate(
                moved.id(),
                moved.revision(),
                moved.journeyId(),
                moved.dueAt(),
                moved.windowStartAt(),
                reason(move.cause(), promise),
                ACTOR,
                true,
                now,
                null,
                null);
        tools.records().said(date);
        said.computeIfAbsent(moved.id(), id -> new ArrayList<>()).add(date);
    }

    private void announce(Promise promise) {
        SaidDate believed = believed(promise);
        tools.announcements()
                .announce(new DateChange(
                        promise.id(),
                        promise.journeyId(),
                        promise.kind(),
                        promise.revision(),
                        believed.dueAt(),
                        believed.anchorAt(),
                        promise.precision(),
                        promise.windowStartAt(),
                        promise.dueAt(),
                        lastReason(promise)));
        change(record(promise.id()).announced(promise.revision()));
    }

    private void declareBroken(Promise promise, int revision) {
        Instant brokenDueAt = said.getOrDefault(promise.id(), List.of()).stream()
                .filter(date -> date.revision() == revision)
                .map(SaidDate::dueAt)
                .findFirst()
                .orElse(promise.dueAt());
        tools.records().broken(promise.id(), revision, now);
        tools.log()
                .append(NewEvent.of(
                        EventTypes.PROMISE_BROKEN,
                        promise.journeyId(),
                        new PromiseBroken(
                                promise.id(), promise.kind(), promise.desk(), revision, brokenDueAt, true, now),
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

    /** The date the customer was told last, or is being told: what he arranges his day around. */
    private SaidDate believed(Promise promise) {
        int known = record(promise.id()).announcedRevision();
        return said.getOrDefault(promise.id(), List.of()).stream()
                .filter(date -> date.revision() <= known)
                .reduce((earlier, later) -> later)
                .orElseGet(() -> new SaidDate(
                        promise.id(),
                        0,
                        promise.journeyId(),
                        promise.firstPromisedAt(),
                        promise.revision() == 0 ? promise.windowStartAt() : null,
                        null,
                        promise.madeBy(),
                        false,
                        promise.madeAt(),
                        promise.madeAt(),
                        null));
    }

    private @Nullable ReasonCode lastReason(Promise promise) {
        return said.getOrDefault(promise.id(), List.of()).stream()
                .filter(date -> date.revision() == promise.revision())
                .map(SaidDate::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
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
        String partner = promise.partner();
        if (partner == null) {
            return ReasonCode.DESK_BUSY;
        }
        return partner.equals("bank") ? ReasonCode.BANK_LATE : ReasonCode.SUPPLIER_LATE;
    }

    private WatchRecord record(UUID promiseId) {
        return records.computeIfAbsent(promiseId, WatchRecord::fresh);
    }

    private void change(WatchRecord record) {
        records.put(record.promiseId(), record);
        tools.records().store(record);
    }

    /** Whether nothing is promised any more. */
    boolean isSilent() {
        return promises.values().stream().noneMatch(Promise::isOpen);
    }
}
