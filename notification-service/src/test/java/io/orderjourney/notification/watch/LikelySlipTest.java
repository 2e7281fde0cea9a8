package io.orderjourney.notification.watch;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.promise;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A call is promised for two in the afternoon, and those before it in the queue take longer; the system speaks at a quarter past one. */
class LikelySlipTest {

    private static final Promise CALL = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T14:00");
    private static final Instant NOW = at("2026-01-12T10:00");
    private static final Instant LAST_WORD = at("2026-01-12T13:15");
    private static final List<LevelAt> PLAN = List.of(
            new LevelAt(EscalationLevel.AUTO_RESCHEDULE, LAST_WORD), new LevelAt(EscalationLevel.MISSED, CALL.dueAt()));
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void case_C8_a_slip_that_is_only_likely_is_told_once_with_the_time_of_the_certain_word() {
        assertThat(decide(RiskCause.LOAD, TWO_HOURS, NOW, null, List.of()))
                .containsExactly(new Action.TellLikelySlip(at("2026-01-12T13:30")));
        assertThat(decide(RiskCause.LOAD, TWO_HOURS, NOW, at("2026-01-12T13:30"), List.of()))
                .as("they know")
                .isEmpty();
    }

    @Test
    void a_slip_that_is_small_by_a_millisecond_may_pass_by_itself() {
        assertThat(decide(RiskCause.LOAD, TWO_HOURS.minusMillis(1), NOW, null, List.of()))
                .isEmpty();
    }

    @Test
    void who_hears_for_certain_within_the_hour_hears_that_alone() {
        Instant late = LAST_WORD.minus(WatchPolicy.LIKELY_NOTICE_MIN);

        assertThat(decide(RiskCause.LOAD, TWO_HOURS, late, null, List.of())).hasSize(1);
        assertThat(decide(RiskCause.LOAD, TWO_HOURS, late.plusMillis(1), null, List.of()))
                .isEmpty();
    }

    @Test
    void a_slip_whose_cause_is_known_is_certain_and_told_as_such() {
        assertThat(decide(RiskCause.ESTIMATE, TWO_HOURS, NOW, null, List.of()))
                .noneMatch(Action.TellLikelySlip.class::isInstance);
        assertThat(decide(RiskCause.TIME_PASSING, TWO_HOURS, NOW, null, List.of()))
                .noneMatch(Action.TellLikelySlip.class::isInstance);
    }

    @Test
    void when_the_system_speaks_it_says_the_new_date_and_not_that_it_may_come() {
        List<Action> actions = decide(
                RiskCause.LOAD,
                TWO_HOURS,
                NOW,
                null,
                List.of(new EscalationReached(CALL.id(), 0, EscalationLevel.AUTO_RESCHEDULE)));

        assertThat(actions).last().isInstanceOf(Action.Reschedule.class);
        assertThat(actions).noneMatch(Action.TellLikelySlip.class::isInstance);
    }

    private static List<Action> decide(
            RiskCause cause, Duration late, Instant now, @Nullable Instant certainAt, List<EscalationReached> reached) {
        Instant expectedAt = CALL.dueAt().plus(late);
        PromisedDate first = new PromisedDate(
                CALL.id(),
                0,
                CALL.journeyId(),
                CALL.dueAt(),
                null,
                null,
                "policy",
                false,
                CALL.madeAt(),
                CALL.madeAt(),
                null);
        return WatchPolicy.decide(new Situation(
                CALL,
                new Expectation(expectedAt, cause, expectedAt),
                WatchState.fresh(CALL.id()).scheduled(0, EscalationPolicy.fingerprint(PLAN)),
                reached,
                new DateHistory(CALL, List.of(certainAt == null ? first : first.uncertainUntil(certainAt))),
                PLAN,
                true,
                false,
                false,
                TERMS,
                now));
    }
}
