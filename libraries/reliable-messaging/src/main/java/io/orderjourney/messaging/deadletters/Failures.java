package io.orderjourney.messaging.deadletters;

import io.orderjourney.messaging.JtaTransactions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass by themselves from those that stay, and says what happened without repeating anybody's data. */
public final class Failures {

    /** PostgreSQL ended the session because its transaction took longer than {@code transaction_timeout}. */
    private static final String TRANSACTION_TOOK_TOO_LONG = "25P04";

    private Failures() {}

    /**
     * Whether trying the same again can help: the database was away, full, or had to choose a victim. Such a failure never
     * makes a dead letter. Work that did not fit into its transaction's time is not among them: only less of it can help.
     */
    public static boolean isTransient(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, all);
        return all.stream().noneMatch(Failures::tookTooLong)
                && all.stream().anyMatch(one -> one instanceof SQLException sql && isTransientState(sql.getSQLState()));
    }

    /** The failure with everything that a driver or a transaction may have hidden in it. */
    private static void collect(@Nullable Throwable failure, Set<Throwable> all) {
        if (failure == null || !all.add(failure)) {
            return;
        }
        if (failure instanceof SQLException sql) {
            collect(sql.getNextException(), all);
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            collect(suppressed, all);
        }
        collect(failure.getCause(), all);
    }

    private static boolean tookTooLong(Throwable failure) {
        return failure instanceof JtaTransactions.TimedOut
                || (failure instanceof SQLException sql && TRANSACTION_TOOK_TOO_LONG.equals(sql.getSQLState()));
    }

    /** No state at all: the pool had no connection to give. */
    private static boolean isTransientState(@Nullable String state) {
        return state == null
                || state.startsWith("08") // connection
                || state.startsWith("53") // out of connections, memory or disk
                || state.startsWith("57P0") // shutting down, crashed, starting up
                || state.startsWith("58") // the disk or the operating system
                || state.equals("57014") // took longer than the server allows, or was cancelled by a person
                || state.equals("25P03") // idle for longer than the server allows
                || state.equals("40001") // serialization failure
                || state.equals("40P01") // deadlock
                || state.equals("55P03") // lock not available
                || state.equals("25006"); // read-only: a standby before its promotion
    }

    /** The classes of the failure and its causes and the SQLState, but no message: a message may quote the record. */
    public static String redacted(Throwable failure) {
        if (failure instanceof RejectedEvent rejected) {
            return String.valueOf(rejected.getMessage());
        }
        StringBuilder text = new StringBuilder();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable e = failure; e != null && seen.add(e); e = e.getCause()) {
            text.append(text.isEmpty() ? "" : " <- ").append(e.getClass().getSimpleName());
            if (e instanceof SQLException sql) {
                text.append('(').append(sql.getSQLState()).append(')');
            }
            if (e.getStackTrace().length > 0) {
                text.append(" at ").append(e.getStackTrace()[0]);
            }
        }
        return text.toString();
    }

    /** The failure for a log: where it and its causes happened, and of what class they are, but no message. */
    public static Throwable withoutMessage(Throwable failure) {
        return failure instanceof RejectedEvent
                ? failure
                : new WithoutMessage(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static final class WithoutMessage extends Exception {

        private static final long serialVersionUID = 1L;

        private final String name;

        private WithoutMessage(Throwable of, Set<Throwable> seen) {
            this.name = of.getClass().getName();
            setStackTrace(of.getStackTrace());
            seen.add(of);
            Throwable cause = of.getCause();
            if (cause != null && !seen.contains(cause)) {
                initCause(new WithoutMessage(cause, seen));
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
