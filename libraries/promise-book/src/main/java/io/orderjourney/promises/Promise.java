package io.orderjourney.promises;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the shop told one customer it would do, and by when. It holds facts only, in parts that change apart from each
 * other; whether the promise is at risk or missed follows from them and from the time (see {@link #outlook}).
 *
 * @param commitment what was promised to whom, and by when at first
 * @param date the date as it is now
 * @param estimate what the owner knows about the date, if anything
 * @param confirmedRevision the revision of the date that somebody confirmed; {@link #UNCONFIRMED} for none
 * @param turn the customer's turn, while the shop waits for them
 * @param ending how it ended; absent while it is open
 */
public record Promise(
        UUID id,
        Commitment commitment,
        PromisedDate date,
        @Nullable Estimate estimate,
        int confirmedRevision,
        @Nullable CustomerTurn turn,
        @Nullable Ending ending) {

    /** How often the desk, or the system in its place, may reschedule one promise before a manager must decide. */
    public static final int DESK_RESCHEDULES_MAX = 1;

    /** Nobody confirmed the date at any revision. */
    public static final int UNCONFIRMED = -1;

    /** A promise as it is made. */
    public static Promise made(UUID id, Commitment commitment, PromisedDate first) {
        return new Promise(id, commitment, first, null, UNCONFIRMED, null, null);
    }

    /** Whether the customer still waits for it. */
    public boolean isOpen() {
        return ending == null;
    }

    /** Whether the customer has to act before anything goes on. */
    public boolean isWaiting() {
        return turn != null;
    }

    /** Whether somebody confirmed the time as it stands now. */
    public boolean isConfirmed() {
        return confirmedRevision == date.revision();
    }

    /** Whether the next reschedule is a manager's decision, because the desk or the system decided one before. */
    public boolean needsManager() {
        return date.deskReschedules() >= DESK_RESCHEDULES_MAX;
    }

    /** Derived, never set: what is to be expected of this promise at {@code now}. */
    public Outlook outlook(Expectation expectation, ShopTerms terms, Instant now) {
        if (ending != null) {
            return ending instanceof Ending.Kept ? Outlook.KEPT : Outlook.WITHDRAWN;
        }
        if (turn != null || expectation.isCustomersTurn()) {
            return Outlook.WAITING;
        }
        if (now.isAfter(dueAt())) {
            return Outlook.MISSED;
        }
        return expectation.threatens(this, terms) ? Outlook.AT_RISK : Outlook.ON_TRACK;
    }

    /**
     * The promise with a new due time.
     *
     * @throws PromiseClosed if it was kept or withdrawn
     * @throws ManagerApprovalRequired if the desk decides and it, or the system, rescheduled it before
     */
    public Promise rescheduled(Reschedule reschedule) {
        requireOpen("rescheduled");
        if (reschedule.decidedBy() == DecidedBy.DESK && needsManager()) {
            throw new ManagerApprovalRequired(this);
        }
        return with(date.followedBy(reschedule));
    }

    /** The promise, resting with the customer from now on. Waiting for something else meanwhile takes the place of it. */
    public Promise paused(CustomerTurn customers) {
        requireOpen("paused");
        return new Promise(id, commitment, date, estimate, confirmedRevision, customers, null);
    }

    /**
     * The promise with a date that was decided elsewhere; a copy takes over what the decider published. A new date ends the
     * customer's turn.
     */
    public Promise with(PromisedDate decided) {
        return new Promise(id, commitment, decided, estimate, confirmedRevision, null, ending);
    }

    /** The promise, kept. Keeping twice is refused: the second caller must learn that the first was there. */
    public Promise kept(String evidence, Instant at) {
        requireOpen("kept");
        return ended(new Ending.Kept(at, evidence));
    }

    /** The promise, void: nobody waits for it any more. */
    public Promise withdrawn(Instant at) {
        requireOpen("withdrawn");
        return ended(new Ending.Withdrawn(at));
    }

    /** The promise with what its owner knows about the date; null takes an earlier estimate back. */
    public Promise estimated(@Nullable Estimate known) {
        requireOpen("estimated");
        return new Promise(id, commitment, date, known, confirmedRevision, turn, ending);
    }

    /** The promise, confirmed as it stands. */
    public Promise confirmed() {
        requireOpen("confirmed");
        return new Promise(id, commitment, date, estimate, date.revision(), turn, ending);
    }

    private Promise ended(Ending how) {
        return new Promise(id, commitment, date, estimate, confirmedRevision, null, how);
    }

    private void requireOpen(String wanted) {
        if (ending != null) {
            throw new PromiseClosed(ending, wanted);
        }
    }

    // What readers ask for most, without the part in which it stands.

    public UUID journeyId() {
        return commitment.journeyId();
    }

    public UUID customerId() {
        return commitment.customerId();
    }

    public PromiseKind kind() {
        return commitment.kind();
    }

    public Desk desk() {
        return commitment.desk();
    }

    public @Nullable String partner() {
        return commitment.partner();
    }

    /** The service that decides about it. */
    public String owner() {
        return commitment.owner();
    }

    public String madeBy() {
        return commitment.madeBy();
    }

    public String language() {
        return commitment.language();
    }

    public Instant madeAt() {
        return commitment.madeAt();
    }

    public Instant firstPromisedAt() {
        return commitment.firstPromisedAt();
    }

    public List<PromiseKind> waitsFor() {
        return commitment.waitsFor();
    }

    public Precision precision() {
        return date.precision();
    }

    public String told() {
        return date.told();
    }

    public Instant dueAt() {
        return date.dueAt();
    }

    public @Nullable Instant windowStartAt() {
        return date.windowStartAt();
    }

    /** The instant the customer arranges their day around: the start of a window, otherwise dueAt. */
    public Instant anchorAt() {
        return date.anchorAt();
    }

    public int revision() {
        return date.revision();
    }

    public boolean rescheduledBySystem() {
        return date.bySystem();
    }

    public int deskReschedules() {
        return date.deskReschedules();
    }

    public @Nullable Instant keptAt() {
        return ending instanceof Ending.Kept kept ? kept.at() : null;
    }

    public @Nullable String evidence() {
        return ending instanceof Ending.Kept kept ? kept.evidence() : null;
    }

    public @Nullable Instant withdrawnAt() {
        return ending instanceof Ending.Withdrawn withdrawn ? withdrawn.at() : null;
    }
}
