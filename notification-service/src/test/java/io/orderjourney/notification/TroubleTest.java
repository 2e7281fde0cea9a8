package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.ConfirmationCallLogged;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.contracts.state.SourceReport;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchQueue;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the watch says when news comes late, in another order, or not at all. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class TroubleTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    /** The service that speaks in these tests. */
    private static final String OWNER = "promises";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    WatchQueue queue;

    @Inject
    Timers timers;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void beginDay() {
        day = new ShopDay(clock);
        jan = new Jan(events, day);
    }

    @AfterEach
    void cleanUp() {
        events.state(EventTypes.SERVICE_REPORTED, OWNER, null);
        jan.goesHome();
        day.quiet();
    }

    @Test
    void the_customers_own_word_replaces_the_date_of_the_watch_that_has_not_left() {
        UUID call = knownAndPromisedACallByTwo();
        day.goTo("13:16");

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.CUSTOMER_ASKED);
        day.messagesLeave();

        assertThat(jan.titles()).noneMatch(title -> title.startsWith("A new time"));
        assertThat(jan.titles())
                .filteredOn(title -> title.startsWith("As agreed"))
                .hasSize(1);
        assertThat(dueAt(call)).isEqualTo(day.at("16:00"));
    }

    @Test
    void the_customers_own_word_is_confirmed_after_the_watch_said_otherwise() {
        UUID call = knownAndPromisedACallByTwo();
        day.goTo("13:16");
        day.messagesLeave();

        jan.isMoved(call, CALL, 1, day.at("14:00"), day.at("16:00"), ReasonCode.CUSTOMER_ASKED);
        day.messagesLeave();

        assertThat(jan.titles()).last().asString().startsWith("As agreed");
        assertThat(dueAt(call)).isEqualTo(day.at("16:00"));
    }

    @Test
    void while_news_of_the_owner_is_missing_no_customer_is_told_of_a_call_that_may_have_been_made() {
        UUID call = knownAndPromisedACallByTwo();
        reportsUnpublished(600);
        int before = jan.mails().size();

        day.goTo("14:30");
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(before);
        assertThat(jan.tasks("SALES")).containsAnyOf("REMINDER", "NEW_DATE");
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();

        jan.receives(EventTypes.PROMISE_KEPT, new PromiseKept(call, CALL, "call 1 by sales:anna", day.at("13:05")));
        reportsUnpublished(0);
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(before);
        assertThat(status(call)).isEqualTo("KEPT_ON_TIME");
    }

    @Test
    void when_the_news_is_in_everything_is_judged_again() {
        UUID call = knownAndPromisedACallByTwo();
        reportsUnpublished(600);
        int before = jan.mails().size();
        day.goTo("14:30");
        assertThat(jan.mails()).hasSize(before);

        reportsUnpublished(0);

        await("the delay notice").atMost(ShopDay.PATIENCE).until(() -> {
            reportsUnpublished(0);
            day.messagesLeave();
            return jan.mails().size() > before;
        });
        assertThat(status(call)).isEqualTo("RESCHEDULED_LATE");
    }

    @Test
    void one_message_tells_of_a_cause_and_of_what_waits_for_it() {
        jan.isKnown().orders();
        // The follower's last level is a quarter of an hour before that of its cause.
        UUID ready =
                jan.isPromised(PromiseKind.PICKUP_READY, null, day.at("18:00"), List.of(PromiseKind.STOCK_ARRIVAL));
        UUID arrival = jan.isPromised(PromiseKind.STOCK_ARRIVAL, day.at("18:00"));
        day.messagesLeave();
        int before = jan.mails().size();

        day.goTo("17:01");
        day.messagesLeave();
        day.goTo("17:30");
        day.messagesLeave();

        assertThat(jan.mails()).hasSize(before + 1);
        assertThat(dueAt(arrival)).isAfter(day.at("18:00"));
        assertThat(dueAt(ready)).isAfterOrEqualTo(dueAt(arrival));
    }

    @Test
    void a_call_that_was_not_answered_is_told_as_such_and_not_as_the_shops_delay() {
        UUID call = knownAndPromisedACallByTwo();
        noAnswerAt("11:00");
        noAnswerAt("12:00");

        day.goTo("13:16");
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(jan.mails().size()))).startsWith("We tried to reach you");
        assertThat(Jan.body(jan.mail(jan.mails().size())))
                .contains("11:00 and 12:00")
                .doesNotContain("sorry");
        assertThat(jan.promises().getString("items.find { it.id == '" + call + "' }.dates[1].reason"))
                .isEqualTo("CUSTOMER_NOT_REACHED");
    }

    @Test
    void what_was_planned_for_one_zone_is_planned_again_for_another() {
        jan.isKnown(jan.address, null, null).orders();
        UUID call = jan.isPromised(CALL, day.at("33:30"));
        day.messagesLeave();
        int before = jan.mails().size();

        // Two hours behind Warsaw: their night ends after the call, so they must hear it this evening.
        jan.isKnown(jan.address, null, "Atlantic/Azores");
        day.goTo("22:50");
        day.messagesLeave();

        assertThat(jan.mails()).hasSize(before + 1);
        assertThat(dueAt(call)).isAfter(day.at("33:30"));
    }

    @Test
    void a_journey_that_cannot_be_watched_is_a_task_until_it_can_be() {
        jan.isKnown().orders();
        UUID cake = UUID.randomUUID();
        PromiseKind unknown = new PromiseKind("BIRTHDAY_CAKE");
        jan.receives(
                EventTypes.PROMISE_MADE,
                new PromiseMade(
                        cake,
                        unknown,
                        Desk.SALES,
                        null,
                        jan.customer,
                        "policy",
                        "en",
                        "A cake comes",
                        day.at("16:00"),
                        null,
                        Precision.BY_TIME,
                        List.of(),
                        day.now()));

        await("the task")
                .atMost(ShopDay.PATIENCE)
                .until(() -> jan.tasks("MANAGEMENT").contains("ESCALATION"));

        jan.receives(EventTypes.PROMISE_WITHDRAWN, new PromiseWithdrawn(cake, unknown, "no cake", day.now()));
        day.quiet();
        assertThat(jan.tasks("MANAGEMENT")).isEmpty();
    }

    @Test
    void what_time_has_reached_is_judged_before_what_merely_changed() {
        UUID urgent = UUID.randomUUID();
        day.quiet();
        QuarkusTransaction.begin();
        try {
            queue.requeue(Stream.generate(UUID::randomUUID).limit(200).toList());
            timers.reassessAt(urgent, day.now());
            timers.fire(day.now(), 1_000);

            assertThat(queue.take(1)).containsExactly(urgent);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private UUID knownAndPromisedACallByTwo() {
        jan.isKnown().orders();
        UUID call = jan.isPromised(CALL, day.at("14:00"));
        day.messagesLeave();
        return call;
    }

    private void reportsUnpublished(int seconds) {
        events.state(EventTypes.SERVICE_REPORTED, OWNER, new SourceReport(seconds));
    }

    private String status(UUID promise) {
        return jan.promises().getString("items.find { it.id == '" + promise + "' }.ledgerStatus");
    }

    private void noAnswerAt(String time) {
        day.goTo(time);
        jan.receives(
                EventTypes.CONFIRMATION_CALL_LOGGED,
                new ConfirmationCallLogged("sales:anna", CallOutcome.NO_ANSWER, 1, null, day.at(time)));
    }

    private Instant dueAt(UUID promise) {
        String due = jan.promises().getString("items.find { it.id == '" + promise + "' }.dueAt");
        return OffsetDateTime.parse(due).toInstant();
    }
}
