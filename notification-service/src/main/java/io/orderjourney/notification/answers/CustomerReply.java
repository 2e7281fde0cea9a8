package io.orderjourney.notification.answers;

import io.orderjourney.contracts.CustomerAnswer;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the customer answered to one message, last.
 *
 * @param requestedAt the time they would like, with ANOTHER_TIME; absent if they named none
 * @param answers how often they answered this message
 * @param taskId what a desk was asked to do about it; absent if nothing is to be done
 */
public record CustomerReply(
        UUID noticeId,
        CustomerAnswer answer,
        @Nullable Instant requestedAt,
        Instant answeredAt,
        int answers,
        @Nullable UUID taskId) {

    /** A customer who answers more often than this is asked to call. */
    public static final int ANSWERS_MAX = 10;

    /** Whether the same was said before: a double click, a reloaded page. */
    public boolean says(CustomerAnswer other, @Nullable Instant otherRequestedAt) {
        return answer == other && Objects.equals(requestedAt, otherRequestedAt);
    }
}
