package io.orderjourney.messaging;

import javax.sql.DataSource;

/** How much of this service's messages is still on its way. */
public class Backlog {

    /** In front of a parked event there is an older one; where that was settled and the rest was not, a person must decide. */
    private static final String PARKED = " (reason = 'behind-dead-letter' and exists (select 1 from dead_letter before"
            + " where before.status = 'WAITING' and before.ordering_key = letter.ordering_key and before.id < letter.id))";

    private final Database database;

    public Backlog(DataSource dataSource) {
        this.database = new Database(dataSource);
    }

    /** Facts and states that the broker has not acknowledged yet. */
    public long outboxCount() {
        return database.count("select (select count(*) from outbox)"
                + " + (select count(*) from state_outbox where revision > published_revision)");
    }

    /** Events that wait behind a dead letter of their journey. */
    public long parkedCount() {
        return database.count("select count(*) from dead_letter letter where status = 'WAITING' and" + PARKED);
    }

    /** Records that wait for a person's decision, without those parked behind them. */
    public long deadLetterCount() {
        return database.count("select count(*) from dead_letter letter where status = 'WAITING' and not" + PARKED);
    }
}
