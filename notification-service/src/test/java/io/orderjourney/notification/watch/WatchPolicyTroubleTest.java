package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.confirmed;
import static io.orderjourney.notification.Fixtures.estimated;
import static io.orderjourney.notification.Fixtures.promise;
import static io.orderjourney.notification.Fixtures.rescheduled;
import static io.orderjourney.notification.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.state.ShopPolicy;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.Action.AskDesk;
import io.orderjourney.notification.watch.Action.ReportSlip;
import io.orderjourney.notification.watch.Action.Reschedule;
import io.orderjourney.notification.watch.Action.ScheduleEscalation;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.Estimate;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.RiskReason;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the watch decides when something is not as usual: a day closed, a customer absent, news missing. */
class WatchPolicyTroubleTest {

    private static final Instant NOON = at("2026-01-12T12:00");

    private static final List<EscalationPolicy.LevelAt> PLAN = List.of();

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");

    @Test
    void a_day_that_the_policy_closes_moves_what_was_promised_for_it_at_once() {
        Instant saturday = at("2026-01-10T12:12");
        Promise monday = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T09:30");
        ShopTerms closed = closedOn(LocalDate.of(2026, 1, 12));

        Reschedule moved = find(Reschedule.class, WatchPolicy.decide(situation(monday, closed, saturday)))
                .orElseThrow();

        assertThat(closed.calendar(Desk.SALES).covers(moved.date().dueAt())).isTrue();
        assertThat(RiskReason.of(moved.cause(), monday)).isEqualTo(ReasonCode.POLICY);
        assertThat(find(Reschedule.class, WatchPolicy.decide(situation(monday, TERMS, saturday))))
                .isEmpty();
    }

    @Test
    void a_date_that_was_moved_before_it_had_timers_gets_its_end_all_the_same() {
        Promise moved = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(find(ScheduleEscalation.class, decide(moved, WatchState.fresh(call.id()), List.of())))
                .contains(new ScheduleEscalation(PLAN, true));
        assertThat(find(ScheduleEscalation.class, decide(moved, scheduled(0), List.of())))
                .contains(new ScheduleEscalation(PLAN, false));
        assertThat(find(ScheduleEscalation.class, decide(call, WatchState.fresh(call.id()), List.of())))
                .contains(new ScheduleEscalation(PLAN, false));
    }

    @Test
    void who_does_not_come_to_a_confirmed_time_is_the_owners_to_ask() {
        Promise appointment = confirmed(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T11:45", "2026-01-12T12:45");
        Promise unconfirmed = window(PromiseKind.SIGNING_APPOINTMENT, "2026-01-12T11:45", "2026-01-12T12:45");
        List<EscalationReached> late =
                List.of(new EscalationReached(appointment.id(), 0, EscalationLevel.CUSTOMER_REMINDER));

        assertThat(decide(appointment, scheduled(0), late))
                .singleElement()
                .satisfies(action ->
                        assertThat(((ReportSlip) action).risk().cause()).isEqualTo(RiskCause.CUSTOMERS_TURN));
        assertThat(decide(unconfirmed, scheduled(0), late)).isEmpty();
    }

    @Test
    void a_plan_whose_ground_shifted_is_made_again() {
        WatchState planned = WatchState.fresh(call.id()).scheduled(0, 0);

        assertThat(decide(call, planned, List.of())).containsExactly(new ScheduleEscalation(PLAN, false));
        assertThat(decide(call, scheduled(0), List.of())).isEmpty();
    }

    @Test
    void without_news_of_the_owner_desks_go_on_and_the_customer_hears_nothing() {
        Promise later = rescheduled(call, 1, null, "2026-01-12T18:00");

        assertThat(decideWithoutNews(call, List.of(reached(EscalationLevel.REQUEST_NEW_DATE, 0))))
                .hasExactlyElementsOfTypes(AskDesk.class);
        assertThat(decideWithoutNews(call, List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0))))
                .isEmpty();
        assertThat(decideWithoutNews(call, List.of(reached(EscalationLevel.MISSED, 0))))
                .isEmpty();
        assertThat(decideWithoutNews(late(), List.of())).isEmpty();
        assertThat(decideWithoutNews(later, List.of())).hasExactlyElementsOfTypes(ScheduleEscalation.class);
    }

    @ParameterizedTest
    @CsvSource({"true, CUSTOMER_NOT_REACHED", "false, DESK_BUSY"})
    void a_call_that_was_not_answered_is_not_the_desks_delay(boolean unanswered, ReasonCode reason) {
        DateHistory history = new DateHistory(call, List.of());
        List<EscalationReached> last = List.of(reached(EscalationLevel.AUTO_RESCHEDULE, 0));

        List<Action> actions = WatchPolicy.decide(new Situation(
                call, expectation(call), scheduled(0), last, history, PLAN, true, unanswered, false, TERMS, NOON));

        assertThat(find(Reschedule.class, actions).orElseThrow().reason()).isEqualTo(reason);
    }

    private List<Action> decideWithoutNews(Promise promise, List<EscalationReached> reached) {
        DateHistory history = new DateHistory(promise, List.of());
        return WatchPolicy.decide(new Situation(
                promise, expectation(promise), scheduled(0), reached, history, PLAN, false, false, false, TERMS, NOON));
    }

    private static ShopTerms closedOn(LocalDate day) {
        ShopPolicy policy = TERMS.policy();
        return new ShopTerms(new ShopPolicy(
                policy.revision() + 1,
                policy.zone(),
                policy.holidaysOf(),
                List.of(day),
                policy.desks(),
                policy.kinds(),
                policy.quietHours(),
                policy.mergeWindow(),
                policy.offerValidFor()));
    }

    private static Situation situation(Promise promise, ShopTerms terms, Instant now) {
        Expectation expectation =
                JourneyForecast.of(List.of(promise), terms, now).of(promise);
        return new Situation(
                promise,
                expectation,
                WatchState.fresh(promise.id()).scheduled(0, EscalationPolicy.fingerprint(PLAN)),
                List.of(),
                new DateHistory(promise, List.of()),
                List.of(),
                true,
                false,
                false,
                terms,
                now);
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

    private static Promise late() {
        return estimated(
                PromiseKind.CREDIT_DECISION,
                "2026-01-12T19:00",
                new Estimate(at("2026-01-13T12:00"), ReasonCode.BANK_LATE));
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
}
