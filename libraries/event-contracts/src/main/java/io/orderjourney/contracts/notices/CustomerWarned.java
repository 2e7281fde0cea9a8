package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delay notice was handed over to the customer's channel.
 */
public record CustomerWarned(
        UUID noticeId, UUID customerId, Channel channel, List<RescheduledDate> rescheduled, Instant handedOverAt) {}
