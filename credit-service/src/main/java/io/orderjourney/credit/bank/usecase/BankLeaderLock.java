package io.orderjourney.credit.bank.usecase;

/**
 * Whose turn it is to call the bank: of all replicas one, so that the bank never gets the same call twice at once, and the
 * limits to how hard it is called hold for all of us together. It rests on a lock that dies with its holder, not on a clock.
 */
public interface BankLeaderLock {

    /** Whether it is our turn; takes it if it is nobody's. */
    boolean isOurs();

    /** Lets another replica have it. */
    void giveUp();
}
