package io.orderjourney.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyNoticePolicyTest {

    private final EarlyNoticePolicy policy = new EarlyNoticePolicy(0.6);

    @Test
    void before_any_slip_only_what_is_nearly_sure_is_announced() {
        assertThat(policy.warns(EarlyNoticePolicy.RISK_AT_FIRST - 0.001)).isFalse();
        assertThat(policy.warns(EarlyNoticePolicy.RISK_AT_FIRST)).isTrue();
    }

    @Test
    void the_wanted_share_of_the_last_slips_would_have_been_announced() {
        for (int percent = 1; percent <= 100; percent++) {
            policy.slipped(percent / 100.0);
        }
        assertThat(policy.warns(0.40)).isFalse();
        assertThat(policy.warns(0.41)).isTrue();
    }

    @Test
    void a_season_of_surer_slips_makes_the_policy_stricter() {
        for (int i = 0; i < 1_000; i++) {
            policy.slipped(0.5);
        }
        assertThat(policy.warns(0.5)).isTrue();
        for (int i = 0; i < 1_000; i++) {
            policy.slipped(0.95);
        }
        assertThat(policy.warns(0.94)).isFalse();
    }
}
