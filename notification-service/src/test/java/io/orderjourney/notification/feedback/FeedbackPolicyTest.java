package io.orderjourney.notification.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.notification.feedback.Feedback.AskedBefore;
import io.orderjourney.notification.feedback.FeedbackPolicy.Candidate;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FeedbackPolicyTest {

    private static final Instant NOW = Instant.parse("2026-12-07T10:00:00Z");
    private static final FeedbackPolicy POLICY = new FeedbackPolicy(true, 5, 90, 0, 90);
    private static final Candidate SERVED = new Candidate(true, true, false, false);

    @Test
    void who_has_the_goods_is_asked_after_the_days_of_the_policy() {
        assertThat(POLICY.askAt(NOW)).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(POLICY.mayAsk(SERVED, NOW)).isTrue();
        assertThat(new FeedbackPolicy(false, 5, 90, 0, 90).mayAsk(SERVED, NOW)).isFalse();
    }

    @Test
    void who_was_let_down_is_asked_only_after_the_shop_made_up_for_it() {
        assertThat(POLICY.mayAsk(new Candidate(true, true, true, false), NOW)).isFalse();
        assertThat(POLICY.mayAsk(new Candidate(true, true, true, true), NOW)).isTrue();
    }

    @Test
    void who_was_erased_or_cancelled_or_does_not_want_it_is_not_asked() {
        assertThat(POLICY.mayAsk(new Candidate(false, true, false, false), NOW)).isFalse();
        assertThat(POLICY.mayAsk(new Candidate(true, false, false, false), NOW)).isFalse();
        assertThat(POLICY.mayAsk(SERVED.with(new AskedBefore(null, true)), NOW)).isFalse();
    }

    @Test
    void nobody_is_asked_twice_within_the_days_of_the_policy() {
        Instant daysAgo = NOW.minus(Duration.ofDays(90));
        assertThat(POLICY.mayAsk(SERVED.with(new AskedBefore(daysAgo.plusMillis(1), false)), NOW))
                .isFalse();
        assertThat(POLICY.mayAsk(SERVED.with(new AskedBefore(daysAgo, false)), NOW))
                .isTrue();
    }

    @Test
    void a_policy_that_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new FeedbackPolicy(true, 0, 90, 0, 90)).hasMessageContaining("1 to 29 days");
        assertThatThrownBy(() -> new FeedbackPolicy(true, 30, 90, 0, 90)).hasMessageContaining("1 to 29 days");
        assertThatThrownBy(() -> new FeedbackPolicy(true, 5, 90, 101, 90)).hasMessageContaining("percent");
        assertThatThrownBy(() -> new FeedbackPolicy(true, 5, 731, 0, 90)).hasMessageContaining("days");
    }
}
