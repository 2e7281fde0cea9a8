package io.orderjourney.credit.papers;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.credit.BankPapersAnnounced;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the bank's papers for one application are. What the bank reports is an estimate; only a check-in by our own people is
 * a fact.
 *
 * @param status what the bank said last; null before its first report
 * @param expectedAt when the bank expects them here, if that is plausible
 * @param announcedAt when it said that, by its own clock: older reports do not count
 * @param searchStartedAt since when they are searched for; null if they are not
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
     * Whether this report of the bank is news: it is later than the last one, it does not send off again what it delivered, and
     * we do not hold the papers already. While they are searched for, the bank may well send them again.
     */
    boolean isNewsworthy(PapersStatus said, @Nullable Instant saidExpectedAt, Instant saidAt) {
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

    /** The bank said where its papers are; what is not newsworthy changes nothing. */
    public Decision<PaperTrail> announced(
            String bank, PapersStatus said, @Nullable Instant saidExpectedAt, Instant saidAt) {
        if (!isNewsworthy(said, saidExpectedAt, saidAt)) {
            return Decision.unchanged(this);
        }
        return Decision.of(
                new PaperTrail(applicationId, said, saidExpectedAt, saidAt, searchStartedAt, lastSeen, checkedInAt),
                new Fact<>(
                        EventTypes.BANK_PAPERS_ANNOUNCED,
                        new BankPapersAnnounced(applicationId, bank, said, saidExpectedAt, saidAt)));
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
