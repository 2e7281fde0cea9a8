package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.CustomerAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer answered a delay notice.
 *
 * @param requestedAt the other time that they would like; absent if they named none
 */
public record CustomerAnswered(
        UUID noticeId, CustomerAnswer answer, @Nullable Instant requestedAt, Instant answeredAt) {}
