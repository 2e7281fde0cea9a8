package io.orderjourney.rest.problem;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away or busy (come again) from one that was asked something wrong (our fault). */
final class DatabaseProblems {

    private static final int CAUSES_MAX = 20;

    private DatabaseProblems() {}

    static Optional<Problem> problem(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < CAUSES_MAX; i++, cause = cause.getCause()) {
            Optional<Problem> found = cause instanceof SQLException sql ? problem(sql) : Optional.empty();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> problem(SQLException failure) {
        String state = failure.getSQLState();
        if (isAway(state) || isFatal(failure) || isExhaustedPool(failure)) {
            return Optional.of(Problem.unavailable(
                    ProblemCodes.DATABASE_UNAVAILABLE,
                    "The data cannot be reached now. If this was a change, repeat it with the same key.",
                    Duration.ofSeconds(2)));
        }
        if (isBusy(state) || failure instanceof SQLTransientException) {
            return Optional.of(Problem.unavailable(
                    ProblemCodes.DATABASE_BUSY,
                    "Somebody else is changing the same data. Repeat the request.",
                    Duration.ofSeconds(1)));
        }
        return Optional.empty();
    }

    /** Class 08: connection; 57P0x: server going down or coming up; 53: out of connections, memory or disk. */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0") || state.startsWith("53"));
    }

    /** What PostgreSQL calls fatal ends the session, or kept it from beginning: the request was not at fault. */
    private static boolean isFatal(SQLException failure) {
        return String.valueOf(failure.getMessage()).startsWith("FATAL");
    }

    /** Serialization failure, deadlock, lock not available, statement timeout. */
    private static boolean isBusy(@Nullable String state) {
        return state != null
                && (state.equals("40001") || state.equals("40P01") || state.equals("55P03") || state.equals("57014"));
    }

    /** The pool gives no SQL state of its own, only this sentence; it also says so while the server is away. */
    private static boolean isExhaustedPool(SQLException failure) {
        String message = failure.getMessage();
        return failure.getSQLState() == null && message != null && message.contains("cquisition timeout");
    }
}
