package io.orderjourney.promises.db;

import java.sql.SQLException;

/** The database did not answer for the table of promises; the cause says why and whether to try again. */
final class PromisesUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PromisesUnreadable(SQLException cause) {
        super("Promises could not be read or written", cause);
    }
}
