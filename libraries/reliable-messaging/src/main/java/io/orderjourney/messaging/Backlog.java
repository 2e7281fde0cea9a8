package io.orderjourney.messaging;

import javax.sql.DataSource;

/** How much of this service's messages is still on its way. */
public class Backlog {

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
        return database.count(
                "select count(*) from dead_letter where status = 'WAITING' and reason = 'behind-dead-letter'");
    }

    /** Records that wait for a person's decision, without those parked behind them. */
    public long deadLetterCount() {
        return database.count(
                "select count(*) from dead_letter where status = 'WAITING' and reason <> 'behind-dead-letter'");
    }
}
