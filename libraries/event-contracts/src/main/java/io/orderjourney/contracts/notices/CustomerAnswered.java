package io.orderjourney.contracts.notices;

import io.orderjourney.contracts.CustomerAnswer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The customer answered a delay notice.
 */
public record CustomerAnswered(
        UUID noticeId, CustomerAnswer answer, @Nullable String wish, Instant answeredAt) {}
