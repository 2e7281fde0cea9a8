package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.messaging.consume.EventConsumer;
import io.orderjourney.messaging.consume.ReceivedEvent;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.notification.notices.usecase.DispatchNotices;
import io.orderjourney.notification.watch.usecase.WatchHandler;
import io.orderjourney.sql.Sql;
import io.orderjourney.sql.SqlArray;
import io.orderjourney.testservers.CountingDriver;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How many statements the work of a batch may cost: as many with two hundred as with ten. Everything happens in a transaction
 * that is rolled back, so that nobody else sees or does it.
 */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class StatementBudgetTest {

    private static final int FEW = 10;
    private static final int MANY = 200;

    /** What a second's memory of the terms and of the desks' loads saves one time and not the other. */
    private static final int REMEMBERED = 4;

    private static final String TASKS =
            "select count(distinct journey_id) from desk_task join promise p using (journey_id)"
                    + " where p.made_by = 'budget'";

    private static final String NEWS =
            "select count(distinct journey_id) from notice join notice_part using (notice_id)"
                    + " join promise p using (journey_id) where p.made_by = 'budget'";

    @Inject
    DataSource database;

    @Inject
    BusinessClock clock;

    @Inject
    WatchHandler watch;

    @Inject
    DispatchNotices dispatch;

    @Inject
    JourneyLog log;

    @Any
    @Inject
    Instance<EventConsumer> consumers;

    @Test
    void a_batch_of_reminders_costs_the_same_statements_whatever_its_size() {
        costsTheSame(25, TASKS, count -> promises(count, Duration.ofMinutes(105), 1));
    }

    @Test
    void a_batch_of_missed_promises_with_new_dates_and_news_costs_the_same_statements_whatever_its_size() {
        costsTheSame(40, NEWS, count -> promises(count, Duration.ofHours(-1), 5));
    }

    @Test
    void a_batch_of_customers_whose_turn_it_is_costs_the_same_statements_whatever_its_size() {
        costsTheSame(40, NEWS, count -> {
            promises(count, Duration.ofHours(1), 6);
            sql().update(
                            "update promise set waiting_reason = 'NOT_REACHED', waiting_since = ?, waiting_until = ?"
                                    + " where made_by = 'budget'",
                            clock.instant(),
                            clock.instant().plus(Duration.ofDays(3)));
        });
    }

    @Test
    void messages_that_leave_cost_the_same_statements_whatever_their_number() {
        new ShopDay(clock).quiet();
        long few = left(FEW);
        long many = left(MANY);

        assertThat(few).isBetween(5L, 20L);
        assertThat(many).isLessThanOrEqualTo(few + REMEMBERED);
    }

    private long left(int count) {
        QuarkusTransaction.begin();
        try {
            promises(count, Duration.ofHours(3), 1);
            sql().update("""
                    insert into customer_contact (customer_id, name, email, language, preferred_channel)
                    select customer_id, 'Jan', 'jan@example.org', 'en', 'EMAIL' from promise where made_by = 'budget'
                    """);
            List<UUID> notices = sql().query("""
                            insert into notice (notice_id, journey_id, state, planned_at, send_after)
                            select gen_random_uuid(), journey_id, 'PLANNED', made_at, made_at from promise
                            where made_by = 'budget' returning notice_id
                            """, row -> row.getObject(1, UUID.class));
            sql().update(
                            "insert into notice_part (notice_id, part, subject) select id, 1, 'ORDER_CONFIRMED' from unnest(?) as n (id)",
                            SqlArray.uuids(notices));
            long statements = CountingDriver.statementsOf(() -> dispatch.dispatch(notices));
            assertThat(sql().number(
                                    "select count(*) from delivery where state = 'PLANNED' and notice_id = any(?)",
                                    SqlArray.uuids(notices)))
                    .as("deliveries")
                    .isEqualTo(count);
            return statements;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void a_batch_of_orders_and_their_first_promises_is_learned_in_the_same_statements_whatever_its_size() {
        long few = learned(FEW);
        long many = learned(MANY);

        assertThat(few).isBetween(5L, 25L);
        assertThat(many).isLessThanOrEqualTo(few + REMEMBERED);
    }

    private long learned(int orders) {
        List<ReceivedEvent<?>> events = IntStream.range(0, orders)
                .boxed()
                .flatMap(number -> orderAndPromise(UUID.randomUUID(), number))
                .toList();
        QuarkusTransaction.begin();
        try {
            long statements = CountingDriver.statementsOf(() -> log.together(() -> {
                consumers.stream()
                        .sorted(Comparator.comparing(EventConsumer::phase))
                        .forEach(consumer -> consumer.apply(events.stream()
                                .filter(event -> consumer.types().contains(event.type()))
                                .toList()));
                return events;
            }));
            assertThat(sql().number("select count(*) from watched_journey join promise using (journey_id)"
                            + " join notice using (journey_id) join watch_queue using (journey_id)"
                            + " where order_number like 'budget-%'"))
                    .as("journeys learned")
                    .isGreaterThanOrEqualTo(orders);
            return statements;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Stream<ReceivedEvent<?>> orderAndPromise(UUID journey, int number) {
        Instant now = clock.instant();
        Money price = new Money(10_000, "PLN");
        UUID customer = UUID.randomUUID();
        return Stream.of(
                received(
                        journey,
                        EventTypes.ORDER_PLACED,
                        new OrderPlaced(
                                "budget-" + number,
                                customer,
                                "en",
                                PaymentMethod.ON_PICKUP,
                                "WAW-1",
                                List.of(new OrderLine("PHONE-1", "Phone", 1, price)),
                                price,
                                null,
                                now)),
                received(
                        journey,
                        EventTypes.PROMISE_MADE,
                        new PromiseMade(
                                UUID.randomUUID(),
                                PromiseKind.CONFIRMATION_CALL,
                                Desk.SALES,
                                null,
                                customer,
                                "policy",
                                "en",
                                "We will call you",
                                now.plus(Duration.ofHours(4)),
                                null,
                                Precision.BY_TIME,
                                List.of(),
                                now)));
    }

    private <T> ReceivedEvent<T> received(UUID journey, EventType<T> type, T data) {
        return new ReceivedEvent<>(
                type, UUID.randomUUID(), "/other", clock.instant(), journey.toString(), journey, 1, data, null, null);
    }

    /** @param journeys counts those that the batch has dealt with */
    private void costsTheSame(int atMost, String journeys, IntConsumer batch) {
        new ShopDay(clock).quiet();
        long few = statements(FEW, journeys, batch);
        long many = statements(MANY, journeys, batch);

        assertThat(few).isBetween(5L, (long) atMost);
        assertThat(many).isLessThanOrEqualTo(few + REMEMBERED);
    }

    private long statements(int count, String journeys, IntConsumer batch) {
        QuarkusTransaction.begin();
        try {
            batch.accept(count);
            long statements = CountingDriver.statementsOf(
                    () -> assertThat(watch.reassessJourneys(count)).isEqualTo(count));
            assertThat(sql().number(journeys)).as("journeys dealt with").isEqualTo(count);
            return statements;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Promises of a call, each of a journey of its own, of which time has reached a level, and the first to be looked at. */
    private void promises(int count, Duration dueIn, int level) {
        Instant now = clock.instant();
        sql().update("""
                insert into promise (id, journey_id, customer_id, kind, desk, owner, made_by, language, told, made_at,
                  first_promised_at, precision, due_at, waits_for, revision, rescheduled_by_system, desk_reschedules,
                  confirmed_revision)
                select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CONFIRMATION_CALL', 'SALES', 'other',
                  'budget', 'en', 'told', ?, ?, 'BY_TIME', ?, '{}', 0, false, 0, -1
                from generate_series(1, ?)
                """, now.minus(Duration.ofHours(4)), now.plus(dueIn), now.plus(dueIn), count);
        sql().update("""
                insert into watched_journey (journey_id, order_number, customer_id, language, opened_at)
                select journey_id, 'budget', customer_id, 'en', made_at from promise where made_by = 'budget'
                """);
        sql().update("""
                insert into escalation_reached (promise_id, revision, level, reached_at)
                select id, 0, ?, ? from promise where made_by = 'budget'
                """, level, now);
        sql().update("""
                insert into watch_queue (journey_id, urgency, position) overriding system value
                select journey_id, 0, -row_number() over () from promise where made_by = 'budget'
                """);
    }

    private Sql sql() {
        return new Sql(database);
    }
}
