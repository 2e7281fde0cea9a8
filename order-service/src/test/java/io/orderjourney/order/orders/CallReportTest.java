package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.order.answercard.Promised;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallReportTest {

    private static final Instant FOUR = Instant.parse("2026-01-12T15:00:00Z");

    @Test
    void a_customer_who_wants_to_be_called_later_says_when() {
        assertThat(new CallReport(CallOutcome.CALL_LATER, FOUR).callAgainAt()).isEqualTo(FOUR);
        assertThatThrownBy(() -> new CallReport(CallOutcome.CALL_LATER, null)).isInstanceOf(CallReportIncomplete.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_LATER")
    void no_other_outcome_has_a_time(CallOutcome outcome) {
        assertThat(new CallReport(outcome, null).callAgainAt()).isNull();
        assertThatThrownBy(() -> new CallReport(outcome, FOUR)).isInstanceOf(CallReportIncomplete.class);
    }

    @Test
    void nobody_is_called_again_before_the_next_millisecond() {
        assertThatThrownBy(() -> CallAgainPolicy.requireAhead(FOUR, FOUR)).isInstanceOf(CallAgainPast.class);
        CallAgainPolicy.requireAhead(FOUR.plusMillis(1), FOUR);
    }

    @Test
    void a_requested_time_is_another_promise_from_one_millisecond_after_the_due_time() {
        Promise call = Promised.of(PromiseKind.CONFIRMATION_CALL, FOUR);

        assertThat(CallAgainPolicy.needsMove(call, FOUR.minusMillis(1))).isFalse();
        assertThat(CallAgainPolicy.needsMove(call, FOUR)).isFalse();
        assertThat(CallAgainPolicy.needsMove(call, FOUR.plusMillis(1))).isTrue();
    }
}
