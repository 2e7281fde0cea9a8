package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.promise;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.Action.AskDesk;
import io.orderjourney.notification.watch.Action.DeclareMissed;
import io.orderjourney.notification.watch.Action.ExpireWaiting;
import io.orderjourney.notification.watch.Action.PromiseNextUpdate;
import io.orderjourney.notification.watch.Action.ReleaseDate;
import io.orderjourney.notification.watch.Action.RemindCustomer;
import io.orderjourney.notification.watch.Action.TellTurn;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The watch while the customer has to act first, and when the next new date is a manager's decision. */
class TurnRulesTest {

    private static final Instant NOON = at("2026-01-12T12:00");

    /** Timers are another rule's; these tests say which levels time has reached. */
    private static final List<EscalationPolicy.LevelAt> PLAN = List.of();

    private static final CustomerTurn TURN =
            new CustomerTurn(WaitingReason.NOT_REACHED, at("2026-01-12T11:00"), at("2026-01-14T11:00"));

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");

    @Test
    void a_paused_promise_is_told_and_released_and_never_escalated() {
        for (EscalationLevel level : List.of(
                EscalationLevel.REMINDER,
                EscalationLevel.REQUEST_NEW_DATE,
                EscalationLevel.AUTO_RESCHEDULE,
                EscalationLevel.MISSED)) {
            assertThat(decideAt(NOON, call.paused(TURN), scheduled(0), List.of(reached(level, 0))))
                    .containsExactly(new ReleaseDate(TURN.sinceAt()), new TellTurn(TURN));
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-01-12T11:00, false", "2026-01-12T10:59:59.999, true"})
    void a_date_that_passed_before_the_turn_began_is_declared_missed(String due, boolean declared) {
        Promise passed = promise(PromiseKind.CONFIRMATION_CALL, due).paused(TURN);

        assertThat(decideAt(NOON, passed, scheduled(0), List.of(reached(EscalationLevel.MISSED, 0)))
                        .contains(new DeclareMissed(0)))
                .isEqualTo(declared);
    }

    @ParameterizedTest
    @CsvSource({"2026-01-13T10:59:59.999, false", "2026-01-13T11:00:00.000, true"})
    void the_customer_is_reminded_when_half_of_the_time_is_over(String now, boolean reminded) {
        WatchState told = scheduled(0).turned(TURN.sinceAt(), EscalationLevel.FORESEEN);

        assertThat(decideAt(at(now), call.paused(TURN), told, List.of()).contains(new RemindCustomer(TURN)))
                .isEqualTo(reminded);
        assertThat(decideAt(
                        at(now),
                        call.paused(TURN),
                        scheduled(0).turned(TURN.sinceAt(), EscalationLevel.CUSTOMER_REMINDER),
                        List.of()))
                .doesNotContain(new RemindCustomer(TURN));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-14T10:59:59.999, false", "2026-01-14T11:00:00.000, true"})
    void the_waiting_expires_once_at_its_end(String now, boolean expired) {
        WatchState reminded = scheduled(0).turned(TURN.sinceAt(), EscalationLevel.CUSTOMER_REMINDER);

        assertThat(decideAt(at(now), call.paused(TURN), reminded, List.of()).contains(new ExpireWaiting(TURN)))
                .isEqualTo(expired);
        assertThat(decideAt(
                        at(now),
                        call.paused(TURN),
                        scheduled(0).turned(TURN.sinceAt(), EscalationLevel.WAITING_EXPIRED),
                        List.of()))
                .doesNotContain(new ExpireWaiting(TURN));
    }

    @ParameterizedTest
    @CsvSource({"-1, FORESEEN", "0, CUSTOMER_REMINDER"})
    void who_is_told_when_it_is_time_to_remind_them_is_not_reminded_too(long millis, EscalationLevel done) {
        assertThat(new TellTurn(TURN).levelAt(TURN.remindAt().plusMillis(millis)))
                .isEqualTo(done);
    }

    @Test
    void another_turn_is_told_again() {
        CustomerTurn longer = new CustomerTurn(TURN.reason(), at("2026-01-12T11:30"), at("2026-01-16T11:00"));
        WatchState toldBefore = scheduled(0).turned(TURN.sinceAt(), EscalationLevel.WAITING_EXPIRED);

        assertThat(decideAt(NOON, call.paused(longer), toldBefore, List.of())).contains(new TellTurn(longer));
    }

    @Test
    void a_date_released_before_it_passed_is_not_missed() {
        PromisedDate date = date(call, 0, null, "2026-01-12T14:00", null);
        List<EscalationReached> missed = List.of(reached(EscalationLevel.MISSED, 0));

        assertThat(find(DeclareMissed.class, decide(call, scheduled(0), missed, date.with(null, date.dueAt()))))
                .isEmpty();
        assertThat(find(
                        DeclareMissed.class,
                        decide(
                                call,
                                scheduled(0),
                                missed,
                                date.with(null, date.dueAt().plusMillis(1)))))
                .isPresent();
    }

    @Test
    void invariant_3_a_manager_is_asked_for_the_second_date() {
        AskDesk ask = find(
                        AskDesk.class,
                        decide(
                                movedBySystem(),
                                scheduled(1).announced(1),
                                List.of(reached(EscalationLevel.REQUEST_NEW_DATE, 1))))
                .orElseThrow();

        assertThat(ask.desk()).isEqualTo(Desk.MANAGEMENT);
        assertThat(ask.task()).isEqualTo(DeskTaskKind.NEW_DATE);
    }

    @Test
    void invariant_3_without_an_answer_the_customer_gets_a_next_update_once() {
        Promise moved = movedBySystem();
        List<EscalationReached> last = List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 1));
        PromisedDate date = date(moved, 1, null, "2026-01-12T18:00", ReasonCode.DESK_BUSY);

        assertThat(decide(moved, scheduled(1).announced(1), last, date)).containsExactly(new PromiseNextUpdate());
        assertThat(decide(moved, scheduled(1).announced(1), last, date.with(NOON, null)))
                .isEmpty();
    }

    private Promise movedBySystem() {
        return call.with(new io.orderjourney.promises.PromisedDate(
                call.precision(), null, at("2026-01-12T18:00"), "told", 1, ReasonCode.DESK_BUSY, "watch", true, 1));
    }

    private static List<Action> decideAt(
            Instant now, Promise promise, WatchState state, List<EscalationReached> reached) {
        return WatchPolicy.decide(new Situation(
                promise,
                JourneyForecast.of(List.of(promise), TERMS, now).of(promise),
                state,
                reached,
                new DateHistory(promise, List.of()),
                PLAN,
                true,
                false,
                false,
                TERMS,
                now));
    }

    private static List<Action> decide(
            Promise promise, WatchState state, List<EscalationReached> reached, PromisedDate... dates) {
        DateHistory history = new DateHistory(promise, List.of(dates));
        return WatchPolicy.decide(new Situation(
                promise, expectation(promise), state, reached, history, PLAN, true, false, false, TERMS, NOON));
    }

    private static <T extends Action> Optional<T> find(Class<T> type, List<Action> actions) {
        return actions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Expectation expectation(Promise promise) {
        return JourneyForecast.of(List.of(promise), TERMS, NOON).of(promise);
    }

    private WatchState scheduled(int revision) {
        return WatchState.fresh(call.id()).scheduled(revision, EscalationPolicy.fingerprint(PLAN));
    }

    private EscalationReached reached(EscalationLevel level, int revision) {
        return new EscalationReached(call.id(), revision, level);
    }

    private static PromisedDate date(
            Promise promise, int revision, @Nullable String startAt, String dueAt, @Nullable ReasonCode reason) {
        return new PromisedDate(
                promise.id(),
                revision,
                promise.journeyId(),
                at(dueAt),
                startAt == null ? null : at(startAt),
                reason,
                "policy",
                false,
                NOON,
                null,
                null);
    }
}
