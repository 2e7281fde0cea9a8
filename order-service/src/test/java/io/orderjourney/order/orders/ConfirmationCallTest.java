package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.order.answercard.Promised;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConfirmationCallTest {

    private static final Instant FOUR = Instant.parse("2026-01-12T15:00:00Z");

    private static ConfirmationCall callBack(Instant at) {
        return new ConfirmationCall(CallOutcome.CALL_LATER, at);
    }

    @Test
    void call_later_needs_a_time() {
        assertThat(new ConfirmationCall(CallOutcome.CALL_LATER, FOUR).callBackAt())
                .isEqualTo(FOUR);
        assertThatThrownBy(() -> new ConfirmationCall(CallOutcome.CALL_LATER, null))
                .isInstanceOf(ConfirmationCall.CallBackTimeMisplaced.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALL_LATER")
    void no_other_outcome_has_a_time(CallOutcome outcome) {
        assertThat(new ConfirmationCall(outcome, null).callBackAt()).isNull();
        assertThatThrownBy(() -> new ConfirmationCall(outcome, FOUR))
                .isInstanceOf(ConfirmationCall.CallBackTimeMisplaced.class);
    }

    @Test
    void a_call_back_is_at_least_one_millisecond_ahead() {
        assertThatThrownBy(() -> callBack(FOUR).requireAhead(FOUR))
                .isInstanceOf(ConfirmationCall.CallBackTimePassed.class);
        callBack(FOUR.plusMillis(1)).requireAhead(FOUR);
    }

    @Test
    void a_call_back_one_millisecond_after_the_due_time_needs_a_reschedule() {
        Promise call = Promised.of(PromiseKind.CONFIRMATION_CALL, FOUR);

        assertThat(callBack(FOUR.minusMillis(1)).needsReschedule(call)).isFalse();
        assertThat(callBack(FOUR).needsReschedule(call)).isFalse();
        assertThat(callBack(FOUR.plusMillis(1)).needsReschedule(call)).isTrue();
    }

    @Test
    void a_call_back_ends_the_waiting_for_the_customer_whenever_it_is() {
        CustomerTurn turn = new CustomerTurn(WaitingReason.NOT_REACHED, FOUR.minusSeconds(60), FOUR.plusSeconds(60));
        Promise call = Promised.of(PromiseKind.CONFIRMATION_CALL, FOUR).paused(turn);

        assertThat(callBack(FOUR.minusMillis(1)).needsReschedule(call)).isTrue();
    }
}
