package io.orderjourney.credit.bank;

import io.orderjourney.credit.bank.BankRequest.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What waits to be told to the bank, and what it has taken. */
public interface BankRequests {

    /** Nothing changes if the bank must be told this already. */
    void add(BankRequest request);

    /** In the order in which they were written. */
    List<BankRequest> of(UUID applicationId);

    /** Those whose time has come, the longest waiting first, without those named. */
    List<BankRequest> due(Instant now, Collection<Key> without, int atMost);

    /**
     * The bank is about to be called. To be noted, and committed, before the call: a process that dies during it leaves
     * behind that the bank may have been told.
     *
     * @return whether the bank had been called before
     */
    boolean calling(Key key, Instant at);

    /** The bank has it; whoever called it in vain meanwhile does not change that. */
    void answered(Key key, Instant at);

    /** The bank could not be told; it is to be tried again then. */
    void failed(Key key, String why, Instant nextAttemptAt);

    /** The bank is away: whatever is due now waits until then. It was not tried, so it counts as no attempt. */
    void postponeDue(Instant now, String why, Instant nextAttemptAt);

    long countDue(Instant now);

    /** The earliest time at which the bank must be told something; empty if there is nothing to tell. */
    Optional<Instant> nextAttemptAt();
}
