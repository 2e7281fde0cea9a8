package io.orderjourney.messaging;

import io.orderjourney.sql.Sql;
import javax.sql.DataSource;

/** How many of this service's messages are still on their way. */
public class Backlog {

    /** A blocked event has an older one in front of it. Where that one is settled and the rest is not, a person must decide. */
    private static final String BLOCKED = " (reason = 'behind-dead-letter' and exists (select 1 from dead_letter"
            + " before where before.status = 'WAITING' and before.ordering_key = letter.ordering_key and before.id <"
            + " letter.id))";

    private final Sql sql;

    public Backlog(DataSource dataSource) {
        this.sql = new Sql(dataSource);
    }

    /** Facts and states that the broker has not acknowledged yet. */
    public long outboxCount() {
        return sql.number("select (select count(*) from outbox)"
                + " + (select count(*) from state_outbox where revision > published_revision)");
    }

    /** Events that wait behind a dead letter of their journey. */
    public long blockedCount() {
        return sql.number("select count(*) from dead_letter letter where status = 'WAITING' and" + BLOCKED);
    }

    /** Records that wait for a person's decision, without the events blocked by them. */
    public long deadLetterCount() {
        return sql.number("select count(*) from dead_letter letter where status = 'WAITING' and not" + BLOCKED);
    }
}
