package io.orderjourney.credit.bank;

import io.orderjourney.credit.bank.BankRequest.Key;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the bank was or will be told. */
public interface BankRequests {

    /** Nothing changes if the bank must be told this already. */
    void add(BankRequest request);

    /** In the order in which they were written. */
    List<BankRequest> of(UUID applicationId);

    /** Those whose time has come, the longest waiting first, without those named. */
    List<BankRequest> due(Instant now, Collection<Key> without, int atMost);

    /** Those that the bank rejected, the oldest rejection first. */
    List<BankRequest> rejected(int atMost);

    /**
     * The bank is about to be called. To be noted, and committed, before the call: a process that dies during it leaves
     * behind that the bank may have been told.
     *
     * @return whether the bank had been called before
     */
    boolean markCalled(Key key, Instant at);

    /** The bank has it; a call that failed meanwhile does not change that. */
    void acknowledged(Key key, Instant at);

    /** The call failed; the next attempt is due then. */
    void failed(Key key, String why, Instant nextAttemptAt);

    /** The bank refused the request itself: there is no next attempt until somebody asks for it. */
    void rejected(Key key, String why, Instant at);

    /**
     * A rejected request is due again.
     *
     * @return false if it is not rejected: then nothing changed
     */
    boolean retry(Key key, Instant at);

    /** The bank need not be told this any more. */
    void drop(Key key);

    /** As {@link #drop}, for all that the bank rejected of an application. */
    void dropRejected(UUID applicationId);

    /** The bank is unavailable: whatever is due now waits until then. It was not called, so it counts as no attempt. */
    void postponeDue(Instant now, String why, Instant nextAttemptAt);

    long countDue(Instant now);

    /** The earliest time at which the bank must be told something; empty if there is nothing to tell. */
    Optional<Instant> nextAttemptAt();
}
