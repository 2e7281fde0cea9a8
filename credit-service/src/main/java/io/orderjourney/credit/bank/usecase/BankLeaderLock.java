package io.orderjourney.credit.bank.usecase;

/**
 * Lets one replica of all call the bank, so that the bank never gets the same call twice at once, and its limits apply to all
 * replicas together. It is a lock that dies with its holder, not a lease that rests on a clock.
 */
public interface BankLeaderLock {

    /** Whether this replica holds the lock; takes it if nobody does. */
    boolean isHeld();

    /** Lets another replica take it. */
    void release();
}
