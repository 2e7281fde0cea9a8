package io.orderjourney.notification.webhooks;

import io.orderjourney.notification.webhooks.WebhookSender.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How long a receiver may be away, and when its messages come again: with pauses that grow, as the Standard Webhooks advise. A receiver that
 * fails is asked again with one message after a short pause, not with all that wait.
 */
public final class WebhookRetryPolicy {

    /** A receiver that takes nothing for so long is disabled. */
    public static final Duration AWAY_MAX = Duration.ofDays(3);

    /** A message that a receiver refuses so often, while it takes others, is given up until somebody sends it again. */
    public static final int ATTEMPTS_MAX = 10;

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final List<Duration> PAUSES_OF_RECEIVER =
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private WebhookRetryPolicy() {}

    /**
     * How a receiver has done so far.
     *
     * @param lastTakenAt when it last took a message; absent if it never did
     * @param failingSince the first failure since then; absent if there was none
     * @param failures in a row
     */
    public record Health(
            @Nullable Instant lastTakenAt, @Nullable Instant failingSince, int failures) {

        /** After an attempt. */
        public Health after(Outcome outcome, Instant now) {
            return outcome.taken()
                    ? new Health(now, null, 0)
                    : new Health(lastTakenAt, failingSince == null ? now : failingSince, failures + 1);
        }

        /** Until when the receiver is left alone; absent if it took the last message. */
        public @Nullable Instant pausedUntil(Instant now) {
            return failures == 0 ? null : now.plus(nth(PAUSES_OF_RECEIVER, failures));
        }
    }

    /**
     * What an attempt leads to.
     *
     * @param tryAfter absent: it is not sent again by itself
     * @param disable why nothing more is sent to the endpoint; absent: it goes on
     */
    public record Decision(
            WebhookDelivery.State state,
            @Nullable Instant tryAfter,
            @Nullable String disable) {}

    /**
     * Decides after an attempt.
     *
     * @param attempts of this message, with this one
     * @param after how the receiver does, with this attempt
     */
    public static Decision decide(Outcome outcome, int attempts, WebhookMessage message, Health after, Instant now) {
        if (outcome.taken()) {
            return new Decision(WebhookDelivery.State.DELIVERED, null, null);
        }
        if (outcome.gone()) {
            return waits(now, "The receiver answered 410: it does not want messages any more");
        }
        Instant since = after.failingSince();
        if (since != null && !now.isBefore(since.plus(AWAY_MAX))) {
            return waits(now, "The receiver has taken nothing for three days: " + outcome.detail());
        }
        if (attempts >= ATTEMPTS_MAX && takesOthers(message, after)) {
            return new Decision(WebhookDelivery.State.FAILED, null, null);
        }
        Duration pause = nth(PAUSES, attempts);
        return waits(now.plus(pause).plus(jitter(pause, message.id())), null);
    }

    private static boolean takesOthers(WebhookMessage message, Health receiver) {
        Instant taken = receiver.lastTakenAt();
        return taken != null && taken.isAfter(message.createdAt());
    }

    private static Decision waits(Instant tryAfter, @Nullable String disable) {
        return new Decision(WebhookDelivery.State.PENDING, tryAfter, disable);
    }

    private static Duration nth(List<Duration> pauses, int nth) {
        return pauses.get(Math.min(nth, pauses.size()) - 1);
    }

    /** Up to a tenth, the same in every run: what failed together does not come again together. */
    private static Duration jitter(Duration pause, UUID spread) {
        return pause.multipliedBy(Math.floorMod(spread.getLeastSignificantBits(), 100))
                .dividedBy(1_000);
    }
}
