package io.orderjourney.rest.idempotency;

import io.orderjourney.rest.problem.DatabaseProblems;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jboss.logging.Logger;

/**
 * Runs a change and remembers its response in one transaction. {@link Idempotent} is the usual way in; a resource calls this
 * itself where the key is not a header (a webhook's id).
 */
@ApplicationScoped
public class IdempotentRequests {

    /** How long a response is remembered. */
    public static final Duration RETENTION = Duration.ofDays(7);

    /** Whoever gives way this often meets more than bad luck, and the caller is told to come again. */
    private static final int ATTEMPTS_MAX = 3;

    private static final Logger LOG = Logger.getLogger(IdempotentRequests.class);

    private final TransactionManager transactions;
    private final StoredResponses responses;

    IdempotentRequests(TransactionManager transactions, StoredResponses responses) {
        this.transactions = transactions;
        this.responses = responses;
    }

    /** A response, and whether it was given before. */
    public record Outcome(StoredResponse response, boolean replayed) {}

    /**
     * Gives the remembered response, or does the work and remembers its response if that is a success. Any other response, and
     * any exception, rolls the work back. Work that had to give way to another transaction is done again in a new one, so
     * that a caller does not hear of a deadlock; in a transaction of the caller's own it fails as any work does.
     *
     * @throws Problem 422 {@code idempotency-key-reused} if the key was used for another request, 409
     *     {@code idempotency-key-in-progress} if the same key is at work now
     */
    public Outcome run(RequestKey key, Callable<StoredResponse> work) throws Exception {
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            Outcome outcome = decide(key, work);
            if (!outcome.response().isSuccess()) {
                transactions.setRollbackOnly();
            }
            return outcome;
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return runAlone(key, work);
            } catch (Exception failure) {
                if (attempt == ATTEMPTS_MAX || !DatabaseProblems.wasDeadlockVictim(failure)) {
                    throw failure;
                }
                LOG.debugf("Attempt %d gave way to another transaction and is made again", attempt);
            }
        }
    }

    private Outcome runAlone(RequestKey key, Callable<StoredResponse> work) throws Exception {
        begin();
        Outcome outcome;
        try {
            outcome = decide(key, work);
        } catch (Throwable failure) {
            rollback(failure);
            throw failure;
        }
        if (outcome.response().isSuccess()) {
            commit();
        } else {
            transactions.rollback();
        }
        return outcome;
    }

    private Outcome decide(RequestKey key, Callable<StoredResponse> work) throws Exception {
        if (!responses.lock(key)) {
            throw Problem.conflict(
                            ProblemCodes.IDEMPOTENCY_KEY_IN_PROGRESS, "A request with this key is still at work.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        Optional<StoredResponses.Remembered> remembered = responses.find(key);
        if (remembered.isPresent()) {
            if (!key.sameRequest(remembered.get().requestHash())) {
                throw Problem.unprocessable(
                        ProblemCodes.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.");
            }
            return new Outcome(remembered.get().response(), true);
        }
        StoredResponse response = work.call();
        if (response.isSuccess()) {
            // Retention counts real days: a demo's clock must not make us forget a request while it is repeated.
            responses.remember(key, response, Instant.now());
        }
        return new Outcome(response, false);
    }

    /**
     * Forgets responses that are older than {@link #RETENTION}, some thousands per transaction. The library does so itself,
     * once an hour.
     *
     * @return how many were forgotten
     */
    public int purge() {
        return purge(Instant.now());
    }

    /** The same, seen from another moment. */
    public int purge(Instant now) {
        return responses.forget(now.minus(RETENTION));
    }

    private void begin() throws SystemException {
        try {
            transactions.begin();
        } catch (NotSupportedException e) {
            throw new IllegalStateException("A transaction runs already", e);
        }
    }

    private void commit() throws SystemException, RollbackException {
        try {
            transactions.commit();
        } catch (HeuristicMixedException | HeuristicRollbackException e) {
            throw new IllegalStateException("One database cannot commit in part", e);
        }
    }

    private void rollback(Throwable failure) {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
