package io.orderjourney.notification.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderjourney.contracts.ReasonCode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecoveryPolicyTest {

    private static final RecoveryRule APOLOGY = rule(Duration.ofHours(1), false, 0, 0, Remedy.CALL, Remedy.MAIL);
    private static final RecoveryRule GIFT =
            rule(Duration.ofHours(24), false, 0, 0, Remedy.CALL, Remedy.MAIL, Remedy.GIFT);
    private static final RecoveryRule WORST = rule(Duration.ZERO, true, 0, 0, Remedy.CALL, Remedy.GIFT);
    private static final RecoveryRule AGAIN = rule(Duration.ofHours(1), false, 3, 0, Remedy.MAIL);
    private static final RecoveryRule VALUABLE = rule(Duration.ofHours(1), false, 0, 500_000, Remedy.CALL);
    private static final RecoveryPolicy LADDER = policy(APOLOGY, GIFT, WORST, AGAIN, VALUABLE);

    @Test
    void the_strongest_rule_that_applies_counts_to_the_millisecond() {
        assertThat(LADDER.ruleFor(late(Duration.ofHours(1).minusMillis(1)))).isEmpty();
        assertThat(LADDER.ruleFor(late(Duration.ofHours(1)))).contains(APOLOGY);
        assertThat(LADDER.ruleFor(late(Duration.ofHours(24).minusMillis(1)))).contains(APOLOGY);
        assertThat(LADDER.ruleFor(late(Duration.ofHours(24)))).contains(GIFT);
    }

    @Test
    void lateness_repeats_value_and_silence_each_lead_to_their_own_rule() {
        Duration hour = Duration.ofHours(1);

        assertThat(LADDER.ruleFor(new Failure(Duration.ZERO, true, 1, 0, null))).contains(WORST);
        assertThat(LADDER.ruleFor(new Failure(hour, true, 2, 0, null))).contains(WORST);
        assertThat(LADDER.ruleFor(new Failure(hour, false, 3, 0, null))).contains(AGAIN);
        assertThat(LADDER.ruleFor(new Failure(hour, false, 1, 499_999, null))).contains(APOLOGY);
        assertThat(LADDER.ruleFor(new Failure(hour, false, 1, 500_000, null))).contains(VALUABLE);
    }

    @Test
    void a_rule_for_some_causes_leaves_the_others_alone() {
        RecoveryRule ours = new RecoveryRule(
                Duration.ZERO, false, 0, 0, List.of(ReasonCode.GOODS_MISSING), List.of(Remedy.CALL), 0, 0);

        assertThat(ours.applies(because(ReasonCode.GOODS_MISSING))).isTrue();
        assertThat(ours.applies(because(ReasonCode.BANK_LATE))).isFalse();
        assertThat(ours.applies(because(null))).isFalse();
    }

    @Test
    void a_ladder_that_is_not_switched_on_does_nothing() {
        RecoveryPolicy off = new RecoveryPolicy(false, List.of(APOLOGY), 0, 1, 1);

        assertThat(off.ruleFor(late(Duration.ofDays(9)))).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> code(0, Remedy.MAIL, Remedy.CODE));
        assertThatIllegalArgumentException().isThrownBy(() -> code(101, Remedy.MAIL, Remedy.CODE));
        assertThatIllegalArgumentException().isThrownBy(() -> code(10, Remedy.CALL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> code(10, Remedy.CODE))
                .withMessageContaining("mail");
        assertThatIllegalArgumentException().isThrownBy(() -> code(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecoveryPolicy(true, List.of(), -1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RecoveryPolicy(true, List.of(), 0, 0, 1));
        code(1, Remedy.MAIL, Remedy.CODE);
        code(100, Remedy.MAIL, Remedy.CODE);
    }

    private static RecoveryRule code(int percent, Remedy... remedies) {
        return new RecoveryRule(Duration.ZERO, false, 0, 0, List.of(), List.of(remedies), percent, 0);
    }

    private static RecoveryRule rule(
            Duration late, boolean onlyUnannounced, int repeats, long value, Remedy... remedies) {
        return new RecoveryRule(late, onlyUnannounced, repeats, value, List.of(), List.of(remedies), 0, 0);
    }

    private static RecoveryPolicy policy(RecoveryRule... rules) {
        return new RecoveryPolicy(true, List.of(rules), 0, 30, 90);
    }

    private static Failure late(Duration late) {
        return new Failure(late, false, 1, 0, null);
    }

    private static Failure because(@Nullable ReasonCode cause) {
        return new Failure(Duration.ofHours(1), false, 1, 0, cause);
    }
}
