package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The papers should be there and are not: somebody searches for them.
 *
 * @param lastSeen where they were seen last, in words
 */
public record BankPapersSearchStarted(
        UUID applicationId, String startedBy, @Nullable String lastSeen, Instant startedAt) {}
