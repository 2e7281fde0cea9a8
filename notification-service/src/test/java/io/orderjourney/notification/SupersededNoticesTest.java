package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new date that waits for its channel while the promise is rescheduled again: the last message delivered is the one that holds. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class SupersededNoticesTest {

    private static final PromiseKind CALL = PromiseKind.CONFIRMATION_CALL;

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    JourneyLog log;

    private ShopDay day;
    private Jan jan;
    private UUID call;

    @BeforeEach
    void promiseCallForThree() {
        gate().up();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        jan.isKnown(jan.address, null, null);
        call = jan.isPromised(CALL, day.at("15:00"));
        day.messagesLeave();
        jan.mail(1);
    }

    @AfterEach
    void cleanUp() {
        gate().up();
        gate().mode(SmtpGate.Mode.PASS);
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_delayed_notice_is_not_sent_after_a_newer_date() {
        gate().down();
        jan.isMoved(call, CALL, 1, day.at("15:00"), day.at("16:10"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        jan.isMoved(call, CALL, 2, day.at("16:10"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        gate().up();
        day.pass(Duration.ofMinutes(11));

        // Ten past four was never delivered: six replaces three o'clock.
        assertThat(Jan.body(jan.mail(2)))
                .contains("We are sorry", "18:00", "15:00")
                .doesNotContain("16:10");
        day.quiet();
        assertThat(jan.mails()).hasSize(2);
        assertThat(states()).containsExactly("DELIVERED", "SUPPRESSED", "DELIVERED");
        assertThat(jan.promises().getString("items[0].ledgerStatus")).isEqualTo("OPEN_RESCHEDULED");
    }

    @Test
    void a_date_is_compared_with_the_last_delivered_one() {
        gate().down();
        jan.isMoved(call, CALL, 1, day.at("15:00"), day.at("19:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        jan.isMoved(call, CALL, 2, day.at("19:00"), day.at("16:30"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        gate().up();
        day.pass(Duration.ofMinutes(11));

        assertThat(Jan.title(jan.mail(2))).startsWith("A new time");
        assertThat(Jan.body(jan.mail(2)))
                .contains("We are sorry", "16:30", "15:00")
                .doesNotContain("19:00");
        assertThat(types()).containsOnlyOnce("notices.customer-warned.v1");
    }

    @Test
    void an_all_clear_follows_a_delay_that_may_have_been_delivered() {
        gate().mode(SmtpGate.Mode.CUT_AFTER_DATA);
        jan.isMoved(call, CALL, 1, day.at("15:00"), day.at("17:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(2))).startsWith("A new time");

        gate().mode(SmtpGate.Mode.PASS);
        jan.isMoved(call, CALL, 2, day.at("17:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(3))).startsWith("Back on time");
        day.pass(Duration.ofMinutes(20));
        assertThat(jan.mails()).hasSize(3);
    }

    @Test
    void a_time_the_customer_agreed_is_confirmed_at_once() {
        jan.isMoved(call, CALL, 1, day.at("15:00"), day.at("18:00"), ReasonCode.CUSTOMER_ASKED);
        day.quiet();
        jan.isMoved(call, CALL, 2, day.at("18:00"), day.at("15:00"), ReasonCode.DESK_BUSY);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("Back on time");
        assertThat(Jan.body(jan.mail(2))).contains("15:00", "18:00");
    }

    @Test
    void a_message_is_in_the_customers_language_at_dispatch() {
        UUID pickup = jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        jan.isMoved(call, CALL, 1, day.at("15:00"), day.at("18:00"), ReasonCode.DESK_BUSY);
        day.quiet();

        jan.speaks("pl");
        day.messagesLeave();

        assertThat(pickup).isNotNull();
        assertThat(Jan.body(jan.mail(2)))
                .contains("Zadzwonimy")
                .doesNotContain("We will call", "be ready for pickup", "Monday");
    }

    private List<String> states() {
        return jan.notices().getList("items.findAll { it.channel == 'EMAIL' }.state", String.class);
    }

    private List<String> types() {
        return log.of(jan.journey).stream().map(RecordedEvent::type).toList();
    }

    private static SmtpGate gate() {
        return Objects.requireNonNull(MailAndSms.gate);
    }
}
