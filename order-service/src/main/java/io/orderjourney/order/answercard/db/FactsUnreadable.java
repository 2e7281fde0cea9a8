package io.orderjourney.order.answercard.db;

import java.sql.SQLException;

/** The database did not answer for the facts of journeys; the cause says why and whether to try again. */
final class FactsUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FactsUnreadable(SQLException cause) {
        super("Facts of journeys could not be read or written", cause);
    }
}
