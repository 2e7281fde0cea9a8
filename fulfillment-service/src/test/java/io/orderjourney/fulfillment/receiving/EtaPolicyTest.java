package io.orderjourney.fulfillment.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EtaPolicyTest {

    private static final Instant ETA = Instant.parse("2026-12-03T11:00:00Z");

    @Test
    void a_correction_by_more_than_half_a_year_is_doubtful_one_millisecond_either_side() {
        Instant limit = ETA.plus(EtaPolicy.JUMP_MAX);

        assertThat(EtaPolicy.isDoubtful(ETA, limit)).isFalse();
        assertThat(EtaPolicy.isDoubtful(ETA, limit.plusMillis(1))).isTrue();
        assertThat(EtaPolicy.isDoubtful(ETA, ETA.minus(EtaPolicy.JUMP_MAX).minusMillis(1)))
                .isTrue();
    }

    @Test
    void a_year_typed_wrong_is_asked_back_and_believed_when_it_is_meant() {
        Instant nextYear = Instant.parse("2027-12-03T11:00:00Z");

        assertThatThrownBy(() -> EtaPolicy.requireMeant(ETA, nextYear, false))
                .isInstanceOf(EtaPolicy.Doubtful.class)
                .hasMessageContaining("look at the year");
        assertThatCode(() -> EtaPolicy.requireMeant(ETA, nextYear, true)).doesNotThrowAnyException();
    }
}
