package io.orderjourney.notification.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a ladder would have given decides as it would have then, and gives nothing. */
class RecoveryTrialTest {

    private static final Instant MARCH = Instant.parse("2026-03-02T10:00:00Z");
    private static final UUID JAN = UUID.randomUUID();
    private static final UUID EWA = UUID.randomUUID();
    private static final UUID ORDER = UUID.randomUUID();

    private static final RecoveryRule APOLOGY =
            new RecoveryRule(Duration.ofHours(1), false, 0, 0, List.of(), List.of(Remedy.CALL, Remedy.MAIL), 0, 0);
    private static final RecoveryRule CODE = new RecoveryRule(
            Duration.ofHours(1), false, 2, 0, List.of(), List.of(Remedy.CALL, Remedy.MAIL, Remedy.CODE), 10, 500);

    private static RecoveryTrial trial(long budget) {
        return new RecoveryTrial(new RecoveryPolicy(false, List.of(APOLOGY, CODE), budget, 30, 30), ZoneOffset.UTC);
    }

    private static PastFailure failure(UUID customer, UUID journey, Duration late, Instant at) {
        return new PastFailure(UUID.randomUUID(), journey, customer, late, false, 0, null, at);
    }

    @Test
    void a_repeat_within_the_days_of_the_ladder_is_one_to_the_millisecond() {
        RecoveryTrial within = trial(10_000);
        within.add(failure(JAN, ORDER, Duration.ofHours(2), MARCH));
        within.add(failure(JAN, UUID.randomUUID(), Duration.ofHours(2), MARCH.plus(Duration.ofDays(30))));
        assertThat(within.outcome().rules()).containsExactly(1, 1);
        assertThat(within.outcome().costMinor()).isEqualTo(500);

        RecoveryTrial later = trial(10_000);
        later.add(failure(JAN, ORDER, Duration.ofHours(2), MARCH));
        later.add(failure(
                JAN,
                UUID.randomUUID(),
                Duration.ofHours(2),
                MARCH.plus(Duration.ofDays(30)).plusMillis(1)));
        assertThat(later.outcome().rules()).containsExactly(2, 0);
        assertThat(later.outcome().costMinor()).isZero();
    }

    @Test
    void each_remedy_is_given_once_in_a_journey() {
        RecoveryTrial trial = trial(10_000);
        for (int time = 0; time < 4; time++) {
            trial.add(failure(JAN, ORDER, Duration.ofHours(2), MARCH.plusSeconds(time)));
        }

        RecoveryTrial.Outcome outcome = trial.outcome();
        assertThat(outcome.failures()).isEqualTo(4);
        assertThat(outcome.journeys()).isEqualTo(1);
        assertThat(outcome.remedies()).containsEntry(Remedy.CALL, 1).containsEntry(Remedy.CODE, 1);
        assertThat(outcome.costMinor()).isEqualTo(500);
    }

    @Test
    void a_budget_is_the_months_and_what_it_leaves_out_costs_nothing() {
        RecoveryTrial trial = trial(500);
        for (UUID customer : List.of(JAN, EWA)) {
            trial.add(failure(customer, UUID.randomUUID(), Duration.ofHours(2), MARCH));
            trial.add(failure(customer, UUID.randomUUID(), Duration.ofHours(2), MARCH.plusSeconds(1)));
        }
        trial.add(failure(EWA, UUID.randomUUID(), Duration.ofHours(2), Instant.parse("2026-04-01T00:00:00Z")));

        RecoveryTrial.Outcome outcome = trial.outcome();
        assertThat(outcome.overBudget()).isEqualTo(1);
        assertThat(outcome.customers()).isEqualTo(2);
        assertThat(outcome.remedies()).containsEntry(Remedy.CODE, 2).containsEntry(Remedy.MAIL, 5);
        assertThat(outcome.months())
                .containsOnlyKeys(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-04-01"))
                .containsEntry(LocalDate.parse("2026-04-01"), 500L);
    }

    @Test
    void what_no_rule_fits_is_counted_and_nothing_is_given() {
        RecoveryTrial trial = trial(500);
        trial.add(failure(JAN, ORDER, Duration.ofHours(1).minusMillis(1), MARCH));

        assertThat(trial.outcome().failures()).isEqualTo(1);
        assertThat(trial.outcome().journeys()).isZero();
        assertThat(trial.outcome().remedies()).isEmpty();
    }
}
