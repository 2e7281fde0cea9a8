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
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
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
    public record Outcome(StoredResponse response, boolean replayed) {

        /** The response as it is sent. */
        public Response toResponse() {
            return response.toResponse(replayed);
        }
    }

    /** One request of many: its key, and what it asks for. */
    public record Keyed<W>(RequestKey key, W work) {}

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

    /**
     * As {@link #run} for many requests in one transaction, with as many statements for a hundred of them as for one. A key that
     * comes twice is at work already when it comes again. If this throws, nothing has happened.
     *
     * @param lockWait how long a statement waits for another transaction before all fail, so that each can be run alone; zero:
     *     as long as it takes
     * @param work does what the fresh ones ask for, and answers in their order with a success, or with what throws: a refusal,
     *     of which nothing was written
     * @return in the order of the requests: what to answer, or the refusal, which it throws
     */
    public <W> List<Supplier<Outcome>> runTogether(
            List<Keyed<W>> requests,
            Duration lockWait,
            Function<List<W>, ? extends List<? extends Supplier<StoredResponse>>> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return runOnce(requests, lockWait, work);
            } catch (RuntimeException failure) {
                boolean alone = requests.size() == 1;
                if (!alone || attempt == ATTEMPTS_MAX || !DatabaseProblems.wasDeadlockVictim(failure)) {
                    throw failure;
                }
                LOG.debugf("Attempt %d gave way to another transaction and is made again", attempt);
            }
        }
    }

    private <W> List<Supplier<Outcome>> runOnce(
            List<Keyed<W>> requests,
            Duration lockWait,
            Function<List<W>, ? extends List<? extends Supplier<StoredResponse>>> work) {
        try {
            begin();
            try {
                Decided decided = decide(requests, lockWait, work);
                if (decided.changedSomething()) {
                    commit();
                } else {
                    transactions.rollback();
                }
                return decided.answers();
            } catch (Throwable failure) {
                rollback(failure);
                throw failure;
            }
        } catch (SystemException | RollbackException failed) {
            throw new IllegalStateException("The transaction was not committed", failed);
        }
    }

    private record Decided(List<Supplier<Outcome>> answers, boolean changedSomething) {}

    private <W> Decided decide(
            List<Keyed<W>> requests,
            Duration lockWait,
            Function<List<W>, ? extends List<? extends Supplier<StoredResponse>>> work) {
        List<Supplier<Outcome>> answers =
                new ArrayList<>(Collections.nCopies(requests.size(), IdempotentRequests::inProgress));
        List<Integer> fresh = new ArrayList<>();
        List<RequestKey> keys = requests.stream().map(Keyed::key).toList();
        List<Boolean> locked = responses.lock(keys, lockWait);
        Map<StoredResponses.Owned, StoredResponses.Remembered> remembered = responses.find(keys);
        Set<StoredResponses.Owned> met = new HashSet<>();
        for (int index = 0; index < keys.size(); index++) {
            RequestKey key = keys.get(index);
            StoredResponses.Owned owned = StoredResponses.Owned.of(key);
            StoredResponses.Remembered before = remembered.get(owned);
            if (locked.get(index) && before != null) {
                answers.set(index, () -> replay(before, key));
            } else if (locked.get(index) && met.add(owned)) {
                fresh.add(index);
            }
        }
        List<? extends Supplier<StoredResponse>> done = fresh.isEmpty()
                ? List.of()
                : work.apply(
                        fresh.stream().map(index -> requests.get(index).work()).toList());
        List<RequestKey> answered = new ArrayList<>();
        List<StoredResponse> given = new ArrayList<>();
        for (int nth = 0; nth < fresh.size(); nth++) {
            int index = fresh.get(nth);
            Supplier<Outcome> answer = answer(done.get(nth));
            answers.set(index, answer);
            if (answer instanceof Fresh made) {
                answered.add(keys.get(index));
                given.add(made.response());
            }
        }
        if (!answered.isEmpty()) {
            responses.remember(answered, given, Instant.now());
        }
        return new Decided(answers, !answered.isEmpty());
    }

    private static Supplier<Outcome> answer(Supplier<StoredResponse> done) {
        try {
            return new Fresh(done.get());
        } catch (RuntimeException refusal) {
            return () -> {
                throw refusal;
            };
        }
    }

    /** The response to work that was done, and is remembered. */
    private record Fresh(StoredResponse response) implements Supplier<Outcome> {

        @Override
        public Outcome get() {
            return new Outcome(response, false);
        }
    }

    /** The response that was given to this request before. */
    Optional<Outcome> remembered(RequestKey key) {
        return responses.find(key).map(before -> replay(before, key));
    }

    private static Outcome replay(StoredResponses.Remembered before, RequestKey key) {
        if (!key.sameRequest(before.requestHash())) {
            throw Problem.unprocessable(ProblemCodes.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.");
        }
        return new Outcome(before.response(), true);
    }

    private static Outcome inProgress() {
        throw Problem.conflict(ProblemCodes.IDEMPOTENCY_KEY_IN_PROGRESS, "A request with this key is still at work.")
                .retryAfter(Duration.ofSeconds(1));
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
            return inProgress();
        }
        Optional<Outcome> before = remembered(key);
        if (before.isPresent()) {
            return before.get();
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
