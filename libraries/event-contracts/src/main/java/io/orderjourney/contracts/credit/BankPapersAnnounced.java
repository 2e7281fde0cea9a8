package io.orderjourney.contracts.credit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bank said where its papers are.
 *
 * @param expectedAt when the bank expects them at the pickup point
 */
public record BankPapersAnnounced(
        UUID applicationId,
        String bank,
        PapersStatus status,
        @Nullable Instant expectedAt,
        Instant announcedAt) {}
