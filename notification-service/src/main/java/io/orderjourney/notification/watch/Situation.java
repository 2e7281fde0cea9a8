package io.orderjourney.notification.watch;

import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.notification.ledger.DateHistory;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.watch.WatchStates.EscalationReached;
import io.orderjourney.promises.EscalationPolicy;
import io.orderjourney.promises.EscalationPolicy.LevelAt;
import io.orderjourney.promises.Expectation;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.ShopTerms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the rules of the watch look at: an open promise, what is expected of it, and what was done before.
 *
 * @param reached escalation levels that nobody acted on yet
 * @param history every date of the promise
 * @param plan when each escalation level is reached, as things stand now
 * @param fresh what is known of the services that own this promise, and what it waits for, is new enough to speak
 * @param unanswered the customer was called for the present date and did not answer
 * @param waitsForUndated something it waits for has no date any more, only a next update
 */
public record Situation(
        Promise promise,
        Expectation expectation,
        WatchState state,
        Collection<EscalationReached> reached,
        DateHistory history,
        List<LevelAt> plan,
        boolean fresh,
        boolean unanswered,
        boolean waitsForUndated,
        ShopTerms terms,
        Instant now) {

    /** The levels of the plan have timers; what it rests on may have changed since they were made. */
    boolean isPlanned() {
        Integer made = state.scheduledPlan();
        boolean asPlanned = made == null || promise.isWaiting() || made == planned();
        return state.scheduledRevision() >= promise.revision() && asPlanned;
    }

    /** The customer counts on an earlier date, and nothing would say when it passes. */
    boolean hasUnplannedDateInHand() {
        int inHand = state.confirmedRevision();
        return inHand > state.scheduledRevision() && inHand < promise.revision();
    }

    /** The fingerprint of the plan. */
    public int planned() {
        return EscalationPolicy.fingerprint(plan);
    }

    /** The customer has to act first, for this promise or for what it waits for. */
    boolean isCustomersTurn() {
        return promise.isWaiting() || expectation.isCustomersTurn();
    }

    /** No honest date can be given without a manager: it was moved before, or waits for what has none. */
    boolean isUndatable() {
        return promise.needsManager() || waitsForUndated;
    }

    /** The date as it stands now. */
    PromisedDate date() {
        return history.at(promise.revision());
    }

    /** The highest level reached of the present revision; those of an earlier revision no longer count. */
    EscalationLevel level() {
        return reached.stream()
                .filter(one -> one.revision() == promise.revision())
                .map(EscalationReached::level)
                .filter(level -> level.compareTo(EscalationLevel.MISSED) <= 0)
                .reduce(EscalationLevel.FORESEEN, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The shop is there at the agreed time, and the customer has not come. */
    boolean isCustomerMissing() {
        return promise.isConfirmed()
                && reached.stream()
                        .anyMatch(one -> one.revision() == promise.revision()
                                && one.level() == EscalationLevel.CUSTOMER_REMINDER);
    }

    /** A date that the forecast says will hold. */
    GrantedDate proposal() {
        return PromiseDates.at(now, terms).proposal(promise, expectation);
    }

    /** When the system speaks at the latest if the desk does nothing; empty for a window that somebody holds. */
    Optional<Instant> lastWordAt() {
        return plan.stream()
                .filter(level -> level.level() == EscalationLevel.AUTO_RESCHEDULE)
                .map(LevelAt::at)
                .findFirst();
    }

    /** Why the present date is in danger. */
    RiskCause cause() {
        boolean needsConfirmation = terms.kind(promise.kind()).needsConfirmation();
        return needsConfirmation && !promise.isConfirmed() && !expectation.isSlip(promise)
                ? RiskCause.NOT_CONFIRMED
                : expectation.cause();
    }

    Action.Risk risk(RiskCause cause) {
        return new Action.Risk(cause, expectation.expectedAt(), proposal());
    }
}
