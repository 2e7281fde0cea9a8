package io.orderjourney.credit.papers;

import io.orderjourney.contracts.credit.PapersStatus;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank's papers for one application are. What the bank says is hearsay; only a check-in by our own people is
 * knowledge.
 *
 * @param status what the bank said last; null before its first word
 * @param expectedAt when the bank expects them here, if it said so believably
 * @param announcedAt when it said that, by its own clock: older words do not count
 * @param searchStartedAt since when somebody searches for them; null if nobody does
 * @param lastSeen where they were seen last, in words
 */
public record PaperTrail(
        UUID applicationId,
        @Nullable PapersStatus status,
        @Nullable Instant expectedAt,
        @Nullable Instant announcedAt,
        @Nullable Instant searchStartedAt,
        @Nullable String lastSeen,
        @Nullable Instant checkedInAt) {

    public static PaperTrail expected(UUID applicationId) {
        return new PaperTrail(applicationId, null, null, null, null, null, null);
    }

    /**
     * Whether this word of the bank is news: it is later than the last one, it does not send off again what it delivered, and
     * we do not hold the papers in our hands already. While they are searched for, the bank may well send them again.
     */
    public boolean isNews(PapersStatus said, @Nullable Instant saidExpectedAt, Instant saidAt) {
        if (checkedInAt != null
                || (status == PapersStatus.DELIVERED && said == PapersStatus.SENT && !isSinceSearch(saidAt))) {
            return false;
        }
        if (announcedAt == null) {
            return true;
        }
        boolean same = said == status && Objects.equals(saidExpectedAt, expectedAt);
        return !same && (saidAt.isAfter(announcedAt) || said != status);
    }

    private boolean isSinceSearch(Instant saidAt) {
        return searchStartedAt != null && saidAt.isAfter(searchStartedAt);
    }

    public PaperTrail announced(PapersStatus said, @Nullable Instant saidExpectedAt, Instant saidAt) {
        return new PaperTrail(applicationId, said, saidExpectedAt, saidAt, searchStartedAt, lastSeen, checkedInAt);
    }

    /** They should be here and are not. Whatever was checked in is gone. */
    public PaperTrail searched(@Nullable String seen, Instant at) {
        return new PaperTrail(
                applicationId,
                status,
                null,
                announcedAt,
                searchStartedAt == null ? at : searchStartedAt,
                seen == null ? lastSeen : seen,
                null);
    }

    public PaperTrail checkedIn(Instant at) {
        return new PaperTrail(applicationId, status, expectedAt, announcedAt, null, lastSeen, at);
    }
}
