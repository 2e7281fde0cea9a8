package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that is no delay notice was handed over to the customer's channel.
 *
 * @param readiness with READY_FOR_PICKUP: the readiness it tells of
 */
public record CustomerTold(
        UUID noticeId,
        UUID customerId,
        Channel channel,
        List<NoticeSubject> subjects,
        @Nullable Integer readiness,
        Instant handedOverAt) {}
