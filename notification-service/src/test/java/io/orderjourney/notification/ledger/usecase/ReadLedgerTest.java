package io.orderjourney.notification.ledger.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.notification.MailAndSms;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromiseQueue;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.ledger.Scores;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ReadLedgerTest {

    /** More than one request reads. */
    private static final int OPEN = 3_000;

    @Inject
    PromiseQueue queue;

    @Inject
    Promises promises;

    @Inject
    PromisedDates dates;

    @Inject
    Journeys journeys;

    @Inject
    Scores scores;

    @Inject
    CurrentTerms terms;

    @Inject
    BusinessClock clock;

    @Inject
    DataSource database;

    /** Four stretches of the queue with four statements each, and the load of each desk once. */
    private static final int STATEMENTS_MAX = 16 + Desk.values().length;

    private final AtomicInteger statements = new AtomicInteger();

    @Test
    void a_search_for_a_rare_outlook_takes_the_same_few_statements_for_a_page_of_any_size() {
        QuarkusTransaction.begin();
        try {
            new Sql(database).update("""
                            insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
                              first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules,
                              confirmed_revision)
                            select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'SALES', 'other',
                              'policy', 'en', 'told', due, due, 'BY_TIME', due, '{}', 0, false, 0, -1
                            from (select ?::timestamptz + n * interval '1 second' as due
                                  from generate_series(1, ?) n) numbers
                            """, clock.instant().plus(Duration.ofDays(2)), OPEN);
            ReadLedger ledger = new ReadLedger(
                    counting(PromiseQueue.class, queue),
                    counting(Promises.class, promises),
                    counting(PromisedDates.class, dates),
                    counting(Journeys.class, journeys),
                    counting(Scores.class, scores),
                    terms,
                    clock);

            ReadLedger.Found found = ledger.open(null, Outlook.MISSED, null, 1);
            int forOne = statements.getAndSet(0);
            ledger.open(null, Outlook.MISSED, null, 100);
            int forHundred = statements.get();

            assertThat(found.entries()).hasSizeLessThanOrEqualTo(1);
            assertThat(forOne).isPositive().isLessThanOrEqualTo(STATEMENTS_MAX);
            assertThat(forHundred).isPositive().isLessThanOrEqualTo(STATEMENTS_MAX);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Each of these ports asks one statement a call. */
    private <T> T counting(Class<T> port, T bean) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, values) -> {
                    statements.incrementAndGet();
                    return method.invoke(bean, values);
                }));
    }
}
