package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.WARSAW;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.testing.PromiseBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Watches one journey as the product does, in memory, and checks after each step what must always be true. */
final class WatchedJourney implements Action.Actor {

    private static final int ROUNDS_MAX = 4;
    private static final Duration EVENT_DELAY = Duration.ofMinutes(1);

    private final RandomJourney journey;
    private final JourneyRecord record;
    private final Set<EscalationReached> reached = new HashSet<>();
    private final Set<EscalationReached> acted = new HashSet<>();
    private final Set<List<Object>> doneOnce = new HashSet<>();
    private boolean newsMissing;
    private boolean newsWasMissing;
    private int apologies;
    private int missed;
    private int steps;
    private Promise promise;

    WatchedJourney(RandomJourney journey) {
        this.journey = journey;
        this.record = new JourneyRecord(journey::now);
        this.promise = PromiseBuilder.promise(PromiseKind.CALLBACK).build();
    }

    // What happens

    void newsIsMissing(boolean missing) {
        newsMissing = missing;
        newsWasMissing |= missing;
    }

    /** The customer brought what was missing: the shop goes on, with a new date. */
    void customerActed(UUID id) {
        record.find(id).filter(Promise::isWaiting).ifPresent(waiting -> {
            Instant now = journey.now();
            GrantedDate date = PromiseDates.at(now, TERMS).earliestFrom(waiting.kind(), now, DeskLoad.NONE);
            record.reschedule(waiting, date, ReasonCode.POLICY, DecidedBy.POLICY, false);
        });
    }

    // The watch

    void reassess() {
        run();
        List<Action> again = run();
        assertThat(again).as("what was done is not done again").isEmpty();
        check();
    }

    private List<Action> run() {
        List<Action> all = new ArrayList<>();
        for (Promise before : AssessmentOrder.of(record.promises())) {
            Set<EscalationReached> levels = due(before);
            for (int round = 0; round < ROUNDS_MAX; round++) {
                promise = record.get(before.id());
                if (!promise.isOpen()) {
                    break;
                }
                Situation situation = situation(round == 0 ? levels : Set.of());
                List<Action> actions = WatchPolicy.decide(situation);
                checkAllowed(situation, actions);
                Promise seen = promise;
                actions.forEach(action -> action.carryOutBy(this));
                all.addAll(actions);
                if (promise == seen) {
                    break;
                }
            }
        }
        return all;
    }

    private Set<EscalationReached> due(Promise of) {
        Set<EscalationReached> due = new HashSet<>();
        boolean customersTurn = of.isOpen() && situation(of, Set.of()).isCustomersTurn() && !of.isWaiting();
        for (EscalationReached one : Set.copyOf(reached)) {
            if (!one.promiseId().equals(of.id())) {
                continue;
            }
            boolean early = one.revision() == of.revision()
                    && plan(of).stream()
                            .anyMatch(level ->
                                    level.level() == one.level() && level.at().isAfter(journey.now()));
            boolean ofDesk = one.level() == EscalationLevel.REMINDER || one.level() == EscalationLevel.REQUEST_NEW_DATE;
            if (early || (newsMissing && !ofDesk)) {
                continue;
            }
            due.add(one);
            if (!customersTurn) {
                reached.remove(one);
                acted.add(one);
            }
        }
        return due;
    }

    private Situation situation(Set<EscalationReached> levels) {
        return situation(promise, levels);
    }

    private Situation situation(Promise of, Set<EscalationReached> levels) {
        return new Situation(
                of,
                JourneyForecast.of(record.promises(), TERMS, journey.now()).of(of),
                record.state(of.id()),
                levels,
                record.history(of),
                plan(of),
                !newsMissing,
                record.isUnanswered(of.id()),
                AssessmentOrder.causesOf(of, record.promises()).stream()
                        .anyMatch(cause ->
                                record.history(cause).at(cause.revision()).undatedAt() != null),
                TERMS,
                journey.now());
    }

    private void checkAllowed(Situation situation, List<Action> actions) {
        boolean silent = situation.isCustomersTurn() || newsMissing;
        for (Action action : actions) {
            boolean speaks = action instanceof Action.Reschedule
                    || action instanceof Action.NotifyCustomer
                    || (action instanceof Action.DeclareMissed missed && !passedBeforeTurn(missed))
                    || action instanceof Action.PromiseNextUpdate;
            assertThat(speaks && silent)
                    .as("%s in the customer's turn or without news", action)
                    .isFalse();
        }
    }

    /** What the shop failed to do before it was the customer's turn is still declared. */
    private boolean passedBeforeTurn(Action.DeclareMissed missed) {
        CustomerTurn turn = promise.turn();
        Instant dueAt = record.history(promise).at(missed.revision()).dueAt();
        return turn != null && dueAt.isBefore(turn.sinceAt()) && !newsMissing;
    }

    private void check() {
        steps++;
        record.promises().forEach(one -> {
            assertThat(one.firstPromisedAt())
                    .as("invariant 3")
                    .isEqualTo(record.dates(one.id()).get(0).dueAt());
            assertThat(!one.isOpen() || situation(one, Set.of()).isPlanned())
                    .as("an open promise has its timers")
                    .isTrue();
            assertThat(record.dates(one.id()).stream()
                            .filter(PromisedDate::bySystem)
                            .count())
                    .as("invariant 3: the system reschedules once")
                    .isLessThanOrEqualTo(1);
        });
    }

    /** Invariant 5: what the customer counted on and did not get was either replaced in time, or is declared. */
    void end() {
        if (newsWasMissing) {
            return;
        }
        record.promises()
                .forEach(one -> record.dates(one.id()).forEach(date -> {
                    Instant end = date.dueAt().plus(EVENT_DELAY);
                    Instant ended = record.endedAt(one.id());
                    boolean inHand =
                            date.deliveredAt() != null && !date.deliveredAt().isAfter(date.dueAt());
                    boolean replaced = record.dates(one.id()).stream()
                            .anyMatch(other -> other.revision() > date.revision()
                                    && other.deliveredAt() != null
                                    && !other.deliveredAt().isAfter(end));
                    boolean passed = journey.now().isAfter(end) && (ended == null || ended.isAfter(end));
                    if (inHand && passed && !replaced && date.bindsAt(date.dueAt())) {
                        assertThat(doneOnce)
                                .as("invariant 5: %s", date)
                                .contains(List.of("missed", one.id(), date.revision()));
                    }
                }));
    }

    JourneyRecord record() {
        return record;
    }

    int apologies() {
        return apologies;
    }

    int missed() {
        return missed;
    }

    int steps() {
        return steps;
    }

    // What the watch does

    @Override
    public void declareMissed(Action.DeclareMissed declared) {
        once("missed", declared.revision());
        PromisedDate date = record.history(promise).at(declared.revision());
        assertThat(journey.now()).as("nothing is missed before its time").isAfter(date.dueAt());
        assertThat(record.state(promise.id()).confirmedRevision()).isEqualTo(declared.revision());
        missed++;
    }

    @Override
    public void reschedule(Action.Reschedule wanted) {
        assertThat(promise.needsManager()).as("invariant 3").isFalse();
        Instant dueAt = wanted.date().dueAt();
        assertThat(TERMS.calendar(promise.desk()).covers(dueAt))
                .as("invariant 2")
                .isTrue();
        assertThat(dueAt).as("a new date lies ahead").isAfter(journey.now());
        assertThat(wanted.reason() == ReasonCode.CUSTOMER_NOT_REACHED && !record.isUnanswered(promise.id()))
                .isFalse();
        record.reschedule(promise, wanted.date(), wanted.reason(), DecidedBy.SYSTEM, false);
        promise = record.get(promise.id());
    }

    @Override
    public void scheduleEscalation(Action.ScheduleEscalation schedule) {
        WatchState state = record.state(promise.id());
        schedule.plan().forEach(level -> timer(promise, promise.revision(), level));
        if (schedule.withDateInHand()) {
            int inHand = state.confirmedRevision();
            timer(
                    promise,
                    inHand,
                    new LevelAt(
                            EscalationLevel.MISSED,
                            record.history(promise).at(inHand).dueAt()));
        }
        record.put(state.scheduled(promise.revision(), EscalationPolicy.fingerprint(schedule.plan())));
    }

    @Override
    public void askDesk(Action.AskDesk ask) {
        once("ask " + ask.level(), promise.revision());
        boolean managers = promise.needsManager() && ask.level() == EscalationLevel.REQUEST_NEW_DATE;
        assertThat(ask.desk()).isEqualTo(managers ? Desk.MANAGEMENT : promise.desk());
    }

    @Override
    public void reportSlip(Action.ReportSlip report) {
        Promise slipping = promise;
        RiskCause cause = report.risk().cause();
        record.put(record.state(slipping.id())
                .predicted(slipping.revision(), report.risk().expectedAt()));
        boolean known = cause == RiskCause.ESTIMATE || cause == RiskCause.EARLIER_STEP;
        if (known && journey.happens(80)) {
            GrantedDate date = report.risk().proposal();
            journey.plan(
                    journey.now().plusSeconds(1),
                    () -> record.find(slipping.id())
                            .filter(open -> open.revision() == slipping.revision())
                            .ifPresent(open ->
                                    record.reschedule(open, date, ReasonCode.SUPPLIER_LATE, DecidedBy.POLICY, false)));
        }
    }

    @Override
    public void notifyCustomer(Action.NotifyCustomer action) {
        once("notify", promise.revision());
        UUID id = promise.id();
        int revision = promise.revision();
        PromisedDate before = record.history(promise).lastDelivered();
        ReasonCode reason = record.history(promise).reason();
        boolean own = reason == ReasonCode.CUSTOMER_ASKED || reason == ReasonCode.CUSTOMER_NOT_REACHED;
        if (!own && before.releasedAt() == null && promise.dueAt().isAfter(before.dueAt())) {
            apologies++;
        }
        record.put(record.state(id).announced(revision));
        journey.send(() -> record.find(id)
                .filter(open -> !open.isWaiting() && record.state(id).announcedRevision() <= revision && !newsMissing)
                .ifPresent(open -> record.delivered(id, revision)));
    }

    @Override
    public void tellLikelySlip(Action.TellLikelySlip tell) {
        throw new AssertionError("no desk has more work than hands here");
    }

    @Override
    public void suppressNotice(Action.SuppressNotice action) {
        once("suppress", promise.revision());
        record.put(record.state(promise.id()).suppressed(promise.revision()));
    }

    @Override
    public void promiseNextUpdate(Action.PromiseNextUpdate action) {
        once("next update", promise.revision());
        Instant now = journey.now();
        record.changeDates(
                promise.id(), date -> date.revision() == promise.revision() ? date.with(now, date.releasedAt()) : date);
    }

    @Override
    public void releaseDate(Action.ReleaseDate release) {
        record.changeDates(
                promise.id(),
                date -> date.releasedAt() == null ? date.with(date.undatedAt(), release.sinceAt()) : date);
    }

    @Override
    public void restoreDate(Action.RestoreDate action) {
        record.changeDates(
                promise.id(), date -> date.revision() == promise.revision() ? date.with(date.undatedAt(), null) : date);
    }

    @Override
    public void tellTurn(Action.TellTurn tell) {
        turned("told", tell.turn(), tell.levelAt(journey.now()), tell.turn().sinceAt());
        journey.plan(tell.turn().remindAt(), () -> {});
        journey.plan(tell.turn().untilAt(), () -> {});
    }

    @Override
    public void remindCustomer(Action.RemindCustomer remind) {
        turned(
                "reminded",
                remind.turn(),
                EscalationLevel.CUSTOMER_REMINDER,
                remind.turn().remindAt());
    }

    @Override
    public void expireWaiting(Action.ExpireWaiting expire) {
        turned(
                "expired",
                expire.turn(),
                EscalationLevel.WAITING_EXPIRED,
                expire.turn().untilAt());
        UUID id = promise.id();
        journey.plan(journey.now().plusSeconds(1), () -> record.withdraw(id));
    }

    private void turned(String what, CustomerTurn turn, EscalationLevel level, Instant notBefore) {
        assertThat(doneOnce.add(List.of(what, promise.id(), turn.sinceAt())))
                .as("a customer is %s once", what)
                .isTrue();
        assertThat(journey.now()).isAfterOrEqualTo(notBefore);
        record.put(record.state(promise.id()).turned(turn.sinceAt(), level));
    }

    private void once(String what, int revision) {
        assertThat(doneOnce.add(List.of(what, promise.id(), revision)))
                .as("%s of revision %d of %s once", what, revision, promise.kind())
                .isTrue();
    }

    private void timer(Promise of, int revision, LevelAt level) {
        Instant at = level.level() == EscalationLevel.MISSED ? level.at().plus(EVENT_DELAY) : level.at();
        EscalationReached fired = new EscalationReached(of.id(), revision, level.level());
        journey.plan(
                at,
                () -> record.find(of.id())
                        .filter(open -> open.revision() == revision
                                || (level.level() == EscalationLevel.MISSED
                                        && record.state(of.id()).confirmedRevision() == revision))
                        .filter(open -> !acted.contains(fired))
                        .ifPresent(open -> reached.add(fired)));
    }

    private static List<LevelAt> plan(Promise of) {
        return EscalationPolicy.of(of, TERMS, WARSAW);
    }
}
