package io.orderjourney.promises;

import io.orderjourney.contracts.WaitingReason;
import java.time.Duration;
import java.time.Instant;

/**
 * It is the customer's turn: the shop cannot go on without them. Until they act the promise owes nothing, slips nowhere and
 * is nobody's delay. A new date ends the waiting; so does an ending.
 *
 * @param sinceAt since when the shop waits
 * @param untilAt how long it waits; then the owner decides what follows
 */
public record CustomerTurn(WaitingReason reason, Instant sinceAt, Instant untilAt) {

    public CustomerTurn {
        if (!untilAt.isAfter(sinceAt)) {
            throw new IllegalArgumentException("A customer needs time to act");
        }
    }

    /** When the customer is reminded, if they have not acted: halfway. */
    public Instant remindAt() {
        return sinceAt.plus(Duration.between(sinceAt, untilAt).dividedBy(2));
    }
}
