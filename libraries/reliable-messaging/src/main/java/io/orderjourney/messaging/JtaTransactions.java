package io.orderjourney.messaging;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;

/** {@link Transactions} on the server's own transaction manager. */
public class JtaTransactions implements Transactions {

    /** The transaction manager had ended the transaction before its work was done; what failed then is the cause. */
    public static final class TimedOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public TimedOut(RuntimeException cause) {
            super("The transaction took too long", cause);
        }
    }

    private final TransactionManager manager;

    public JtaTransactions(TransactionManager manager) {
        this.manager = manager;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        begin();
        T result;
        try {
            result = work.get();
        } catch (RuntimeException e) {
            boolean timedOut = endedBySomebodyElse();
            rollBack(e);
            throw timedOut ? new TimedOut(e) : e;
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        }
        commit();
        return result;
    }

    private void begin() {
        try {
            manager.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new IllegalStateException("No transaction could be started", e);
        }
    }

    /** A transaction that its own work gave up is marked for rollback; only the timeout ends it behind the work's back. */
    private boolean endedBySomebodyElse() {
        try {
            int status = manager.getStatus();
            return status != Status.STATUS_ACTIVE && status != Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException e) {
            return false;
        }
    }

    /** A failure to roll back must not hide the failure that led to it. */
    private void rollBack(Throwable failure) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void commit() {
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException | SystemException e) {
            throw new IllegalStateException("The transaction was not committed", e);
        }
    }
}
