package io.orderjourney.promises;

import io.orderjourney.contracts.RiskCause;
import java.time.Duration;
import java.time.Instant;

/**
 * When a promise will be kept, as known now, and what decides that.
 *
 * @param expectedAt never before now for an open promise
 * @param cause what the date hangs on; TIME_PASSING when nothing but the desk's own work is left
 * @param availableAt the date that others who wait for this promise should count on: expectedAt, or a later date that its
 *     desk gave without knowing more
 */
public record Expectation(Instant expectedAt, RiskCause cause, Instant availableAt) {

    /** dueAt − expectedAt in the desk's business time; negative for a slip. */
    public Duration slack(Promise promise, ShopTerms terms) {
        return terms.calendar(promise.desk()).between(expectedAt, promise.dueAt());
    }

    /** Nothing can be foreseen: the customer has to act first, here or in what this waits for. */
    public boolean isCustomersTurn() {
        return cause == RiskCause.CUSTOMERS_TURN;
    }

    /** The forecast says that dueAt will be missed. */
    public boolean isSlip(Promise promise) {
        return !isCustomersTurn() && expectedAt.isAfter(promise.dueAt());
    }

    /** Less slack is left than the policy of the kind wants to see. An agreed window has no slack to lose. */
    boolean threatens(Promise promise, ShopTerms terms) {
        if (isCustomersTurn()) {
            return false;
        }
        if (promise.windowStartAt() != null) {
            return isSlip(promise);
        }
        return slack(promise, terms).compareTo(terms.kind(promise.kind()).remindBefore()) < 0;
    }
}
