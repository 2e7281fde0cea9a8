package io.orderjourney.rest.problem;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or busy (come again) from one that was asked something wrong (our fault). */
public final class DatabaseProblems {

    private static final int CAUSES_MAX = 20;

    /** By name, because a service without entities has not these classes. */
    private static final Set<String> LOST_RACES =
            Set.of("jakarta.persistence.OptimisticLockException", "org.hibernate.StaleStateException");

    /** Serialization failure and deadlock. */
    private static final Set<String> GAVE_WAY = Set.of("40001", "40P01");

    /** Lock not available, statement timeout, transaction timeout. */
    private static final Set<String> TOO_LONG = Set.of("55P03", "57014", "25P04");

    private static final Set<String> TAKEN_AWAY = Set.of(
            "Connection is closed",
            "Statement is closed",
            "CallableStatement is closed",
            "ResultSet is closed",
            "Enlisted connection used without active transaction");

    private static final Problem AWAY = Problem.unavailable(
            ProblemCodes.DATABASE_UNAVAILABLE,
            "The data cannot be reached now. If this was a change, repeat it with the same key.",
            Duration.ofSeconds(2));

    private static final Problem BUSY = Problem.unavailable(
            ProblemCodes.DATABASE_BUSY,
            "Somebody else is changing the same data. Repeat the request.",
            Duration.ofSeconds(1));

    private DatabaseProblems() {}

    static Optional<Problem> problem(Throwable failure) {
        List<Throwable> chain = chain(failure);
        List<SQLException> told = chain.stream()
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .toList();
        if (told.stream().anyMatch(DatabaseProblems::isAway)
                && told.stream().noneMatch(DatabaseProblems::tookTooLong)) {
            return Optional.of(AWAY);
        }
        if (told.stream().anyMatch(DatabaseProblems::isBusy) || chain.stream().anyMatch(DatabaseProblems::isLostRace)) {
            return Optional.of(BUSY);
        }
        // A transaction that ran out of time is rolled back, and nobody says why.
        boolean outOfTime = told.isEmpty() && chain.stream().anyMatch(RollbackException.class::isInstance);
        return outOfTime ? Optional.of(BUSY) : Optional.empty();
    }

    /**
     * Whether the database ended this transaction so that another one could go on: a deadlock, or two changes that cannot both
     * be. Nothing of it was done, and the same work in a new transaction may well succeed.
     */
    public static boolean wasDeadlockVictim(Throwable failure) {
        return chain(failure).stream()
                .anyMatch(cause ->
                        cause instanceof SQLException told && GAVE_WAY.contains(String.valueOf(told.getSQLState())));
    }

    /** Whether the database is away, or its pool exhausted: any other work would fail in the same way now. */
    public static boolean isUnavailable(Throwable failure) {
        return problem(failure).filter(AWAY::equals).isPresent();
    }

    /** A commit that failed says why only among what it suppressed. */
    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && chain.size() < CAUSES_MAX) {
            chain.add(cause);
            if (cause instanceof RollbackException && cause.getCause() == null && cause.getSuppressed().length > 0) {
                cause = cause.getSuppressed()[0];
            } else {
                cause = cause.getCause();
            }
        }
        return chain;
    }

    /**
     * Class 08: connection; 57P0x: server going down or coming up; 53: out of connections, memory or disk; 28 and 3D: not
     * let in. What PostgreSQL calls fatal ended the session, or kept it from beginning. The pool has no state of its own.
     */
    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        return state.startsWith("08")
                || state.startsWith("57P0")
                || state.startsWith("53")
                || state.startsWith("28")
                || state.startsWith("3D")
                || message.startsWith("FATAL")
                || message.contains("cquisition timeout");
    }

    /**
     * From a transaction that the transaction manager ends in the middle of its work the pool takes the connection away: it is
     * rolled back, and only the pool's words say so.
     */
    private static boolean isBusy(SQLException failure) {
        return failure instanceof SQLTransientException
                || (failure.getSQLState() == null && TAKEN_AWAY.contains(String.valueOf(failure.getMessage())))
                || GAVE_WAY.contains(String.valueOf(failure.getSQLState()))
                || tookTooLong(failure);
    }

    /** PostgreSQL calls a transaction timeout fatal, but it is not away: less work at once, or later, may well succeed. */
    private static boolean tookTooLong(SQLException failure) {
        return TOO_LONG.contains(String.valueOf(failure.getSQLState()));
    }

    private static boolean isLostRace(Throwable failure) {
        @Nullable Class<?> type = failure.getClass();
        while (type != null) {
            if (LOST_RACES.contains(type.getName())) {
                return true;
            }
            type = type.getSuperclass();
        }
        return false;
    }
}
