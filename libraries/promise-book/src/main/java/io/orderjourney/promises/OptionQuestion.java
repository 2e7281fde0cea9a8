package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * "What may I promise?"
 *
 * @param journeyId the journey it is for; absent before there is one
 * @param requestedAt the due time (for a window: its start) that the customer would like; absent for the earliest
 * @param language of the answer's words
 * @param details what else the kind needs to know, e.g. {@code pickupPoint} and {@code lines}, as given
 */
public record OptionQuestion(
        PromiseKind kind,
        @Nullable UUID journeyId,
        @Nullable Instant requestedAt,
        String language,
        Map<String, String> details) {}
