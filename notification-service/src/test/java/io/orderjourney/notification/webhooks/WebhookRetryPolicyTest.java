package io.orderjourney.notification.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.webhooks.WebhookDelivery.State;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Decision;
import io.orderjourney.notification.webhooks.WebhookRetryPolicy.Health;
import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookRetryPolicyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Outcome TAKEN = new Outcome(true, 204, "taken");
    private static final Outcome BUSY = new Outcome(false, 503, "the receiver answered 503");
    private static final Outcome GONE = new Outcome(false, 410, "the receiver answered 410");
    private static final Health WELL = new Health(NOON, null, 0);

    /** Its id spreads it by nothing. */
    private static final WebhookMessage MESSAGE =
            new WebhookMessage(new UUID(7, 0), "promises.promise-made.v1", new UUID(1, 1), "{}", NOON);

    @Test
    void what_is_taken_is_delivered() {
        assertThat(WebhookRetryPolicy.decide(TAKEN, 1, MESSAGE, WELL.after(TAKEN, NOON), NOON))
                .isEqualTo(new Decision(State.DELIVERED, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "1, PT5S",
        "2, PT5M",
        "3, PT30M",
        "4, PT2H",
        "5, PT5H",
        "6, PT10H",
        "7, PT14H",
        "8, PT20H",
        "9, PT24H",
        "12, PT24H"
    })
    void pauses_grow_from_seconds_to_a_day(int attempts, Duration pause) {
        Health away = new Health(null, NOON, attempts);

        assertThat(WebhookRetryPolicy.decide(BUSY, attempts, MESSAGE, away, NOON))
                .isEqualTo(new Decision(State.PENDING, NOON.plus(pause), null));
    }

    @Test
    void messages_that_failed_together_do_not_come_again_together() {
        WebhookMessage other = new WebhookMessage(new UUID(7, 50), MESSAGE.type(), MESSAGE.journeyId(), "{}", NOON);

        assertThat(WebhookRetryPolicy.decide(BUSY, 2, other, WELL.after(BUSY, NOON), NOON)
                        .tryAfter())
                .isEqualTo(NOON.plus(Duration.ofMinutes(5)).plus(Duration.ofSeconds(15)));
    }

    @Test
    void a_receiver_that_takes_nothing_for_three_days_is_disabled_and_its_messages_wait() {
        Health away = new Health(NOON.minusSeconds(60), NOON, 20);
        Instant limit = NOON.plus(WebhookRetryPolicy.AWAY_MAX);

        assertThat(WebhookRetryPolicy.decide(BUSY, 10, MESSAGE, away, limit.minusMillis(1))
                        .disable())
                .isNull();
        Decision disabled = WebhookRetryPolicy.decide(BUSY, 10, MESSAGE, away, limit);
        assertThat(disabled.disable()).startsWith("The receiver has taken nothing for three days");
        assertThat(disabled.state()).isEqualTo(State.PENDING);
    }

    @Test
    void a_receiver_that_is_gone_is_disabled_at_once_and_its_messages_wait() {
        Decision gone = WebhookRetryPolicy.decide(GONE, 1, MESSAGE, WELL.after(GONE, NOON), NOON);

        assertThat(gone.disable()).contains("410");
        assertThat(gone.state()).isEqualTo(State.PENDING);
    }

    @Test
    void one_message_that_is_refused_while_others_are_taken_is_given_up_after_ten_attempts() {
        Health takesOthers = new Health(NOON.plusSeconds(1), NOON.plusSeconds(2), 1);
        Health takesNone = new Health(NOON.minusSeconds(1), NOON.plusSeconds(2), 1);

        assertThat(WebhookRetryPolicy.decide(BUSY, 9, MESSAGE, takesOthers, NOON.plusSeconds(3))
                        .state())
                .isEqualTo(State.PENDING);
        assertThat(WebhookRetryPolicy.decide(BUSY, 10, MESSAGE, takesOthers, NOON.plusSeconds(3)))
                .isEqualTo(new Decision(State.FAILED, null, null));
        assertThat(WebhookRetryPolicy.decide(BUSY, 10, MESSAGE, takesNone, NOON.plusSeconds(3))
                        .state())
                .isEqualTo(State.PENDING);
    }

    @Test
    void a_receiver_that_fails_is_left_alone_for_a_while_and_one_that_takes_is_not() {
        Health once = WELL.after(BUSY, NOON);
        Health often = once.after(BUSY, NOON.plusSeconds(9)).after(BUSY, NOON.plusSeconds(60));

        assertThat(once.failingSince()).isEqualTo(NOON);
        assertThat(once.pausedUntil(NOON)).isEqualTo(NOON.plusSeconds(5));
        assertThat(often.failingSince()).isEqualTo(NOON);
        assertThat(often.pausedUntil(NOON)).isEqualTo(NOON.plusSeconds(300));
        assertThat(often.after(TAKEN, NOON.plusSeconds(90)))
                .isEqualTo(new Health(NOON.plusSeconds(90), null, 0))
                .extracting(health -> health.pausedUntil(NOON))
                .isNull();
    }
}
