package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop told one customer it would do, and by when. The record holds facts only; whether the promise is at risk
 * or missed follows from them and from the time (see {@link #outlook}).
 *
 * @param owner the service that decides about it
 * @param language BCP 47 language in which the customer is told
 * @param told the words the customer was told last
 * @param firstPromisedAt the due time first said; it never changes, and the score is counted against it
 * @param dueAt the due time the customer now believes in
 * @param windowStartAt start of the agreed window, with precision WINDOW
 * @param revision how often it was rescheduled
 * @param rescheduledBySystem the last reschedule was the system's, not a person's
 * @param deskReschedules how often its desk rescheduled it of its own accord
 * @param estimate what the owner knows about the date, if anything
 * @param confirmedRevision the revision somebody confirmed; -1 for none
 */
public record Promise(
        UUID id,
        UUID journeyId,
        UUID customerId,
        PromiseKind kind,
        Desk desk,
        @Nullable String partner,
        String owner,
        String madeBy,
        String language,
        String told,
        Instant madeAt,
        Instant firstPromisedAt,
        Precision precision,
        Instant dueAt,
        @Nullable Instant windowStartAt,
        List<PromiseKind> waitsFor,
        int revision,
        boolean rescheduledBySystem,
        int deskReschedules,
        @Nullable Estimate estimate,
        int confirmedRevision,
        @Nullable Instant keptAt,
        @Nullable String evidence,
        @Nullable Instant withdrawnAt) {

    /** How often a desk may reschedule one promise of its own accord before a manager must decide. */
    public static final int DESK_RESCHEDULES_MAX = 1;

    /** Whether somebody still waits for it. */
    public boolean isOpen() {
        return keptAt == null && withdrawnAt == null;
    }

    /** The instant the customer arranges his day around: the start of a window, otherwise dueAt. */
    public Instant anchorAt() {
        return windowStartAt == null ? dueAt : windowStartAt;
    }

    /** Whether somebody confirmed the time as it stands now. */
    public boolean isConfirmed() {
        return confirmedRevision == revision;
    }

    /** Derived, never set: what is to be expected of this promise at {@code now}. */
    public Outlook outlook(Expectation expectation, ShopTerms terms, Instant now) {
        if (withdrawnAt != null) {
            return Outlook.WITHDRAWN;
        }
        if (keptAt != null) {
            return Outlook.KEPT;
        }
        if (now.isAfter(dueAt)) {
            return Outlook.MISSED;
        }
        return expectation.threatens(this, terms) ? Outlook.AT_RISK : Outlook.ON_TRACK;
    }

    /**
     * The promise with a new due time.
     *
     * @throws PromiseClosed if it was kept or withdrawn
     * @throws ManagerApprovalRequired if its desk rescheduled it before and no manager decides now
     */
    public Promise rescheduled(Reschedule reschedule) {
        requireOpen("rescheduled");
        boolean deskDecides = reschedule.decidedBy() == DecidedBy.DESK;
        if (deskDecides && deskReschedules >= DESK_RESCHEDULES_MAX) {
            throw new ManagerApprovalRequired(this);
        }
        return new Promise(
                id,
                journeyId,
                customerId,
                kind,
                desk,
                partner,
                owner,
                madeBy,
                language,
                reschedule.told(),
                madeAt,
                firstPromisedAt,
                precision,
                reschedule.date().dueAt(),
                reschedule.date().windowStartAt(),
                waitsFor,
                revision + 1,
                reschedule.decidedBy() == DecidedBy.SYSTEM,
                deskReschedules + (deskDecides ? 1 : 0),
                estimate,
                confirmedRevision,
                keptAt,
                evidence,
                withdrawnAt);
    }

    /** The promise, kept. Keeping twice is refused: the second caller must learn that the first was there. */
    public Promise kept(String proof, Instant at) {
        requireOpen("kept");
        return with(estimate, confirmedRevision, at, proof, withdrawnAt);
    }

    /** The promise, void: nobody waits for it any more. */
    public Promise withdrawn(Instant at) {
        requireOpen("withdrawn");
        return with(estimate, confirmedRevision, keptAt, evidence, at);
    }

    /** The promise with what its owner knows about the date; null takes an earlier estimate back. */
    public Promise estimated(@Nullable Estimate known) {
        requireOpen("estimated");
        return with(known, confirmedRevision, keptAt, evidence, withdrawnAt);
    }

    /** The promise, confirmed as it stands. */
    public Promise confirmed() {
        requireOpen("confirmed");
        return with(estimate, revision, keptAt, evidence, withdrawnAt);
    }

    private Promise with(
            @Nullable Estimate newEstimate,
            int newConfirmedRevision,
            @Nullable Instant newKeptAt,
            @Nullable String newEvidence,
            @Nullable Instant newWithdrawnAt) {
        return new Promise(
                id,
                journeyId,
                customerId,
                kind,
                desk,
                partner,
                owner,
                madeBy,
                language,
                told,
                madeAt,
                firstPromisedAt,
                precision,
                dueAt,
                windowStartAt,
                waitsFor,
                revision,
                rescheduledBySystem,
                deskReschedules,
                newEstimate,
                newConfirmedRevision,
                newKeptAt,
                newEvidence,
                newWithdrawnAt);
    }

    private void requireOpen(String wanted) {
        if (!isOpen()) {
            throw new PromiseClosed(this, wanted);
        }
    }
}
