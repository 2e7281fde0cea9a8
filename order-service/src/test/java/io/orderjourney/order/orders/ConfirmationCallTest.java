package io.orderjourney.order.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.testing.PromiseBuilder;
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
    void case_D2_a_call_one_millisecond_before_the_agreed_time_is_not_the_promised_one() {
        ConfirmationCall reached = new ConfirmationCall(CallOutcome.REACHED, null);
        Promise agreed = PromiseBuilder.promise(PromiseKind.CONFIRMATION_CALL)
                .window(FOUR, FOUR.plusSeconds(1_800))
                .build();

        assertThat(reached.keeps(agreed, FOUR.minusMillis(1))).isFalse();
        assertThat(reached.keeps(agreed, FOUR)).isTrue();
        assertThat(reached.keeps(agreed, FOUR.plusSeconds(3_600)))
                .as("late is late, and still the promised call")
                .isTrue();
        assertThat(new ConfirmationCall(CallOutcome.NO_ANSWER, null).keeps(agreed, FOUR))
                .isFalse();
    }
}
