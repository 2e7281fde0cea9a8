package io.orderjourney.notification;

import static io.orderjourney.notification.ShopDay.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.messages.MessageChannel.Message;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.arc.All;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the customer gets when mail or text fails, and what they do not get twice. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class ChannelFailuresTest {

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    @Inject
    DataSource database;

    @Inject
    @All
    List<MessageChannel> channels;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void receiveFirstMail() {
        everythingWorks();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);
    }

    @AfterEach
    void restoreChannels() {
        everythingWorks();
        jan.goesHome();
        day.quiet();
    }

    @Test
    void an_unavailable_mail_server_is_tried_twice_before_a_text_goes_out() {
        gate().down();
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("attempts")).containsExactly("1");
        assertThat(jan.texts()).isEmpty();

        day.pass(Duration.ofSeconds(31));
        assertThat(jan.text(1).text()).contains("your goods have arrived");

        gate().up();
        day.pass(Duration.ofMinutes(10));
        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        day.pass(Duration.ofHours(1));
        assertThat(jan.mails()).hasSize(2);
        assertThat(jan.texts()).hasSize(1);
    }

    @Test
    void a_temporary_refusal_is_retried_with_the_same_mail() {
        gate().mode(SmtpGate.Mode.BUSY);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("state")).containsExactly("PLANNED");

        gate().mode(SmtpGate.Mode.PASS);
        day.pass(Duration.ofSeconds(31));

        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void a_rejected_address_leads_to_a_text_at_once() {
        gate().mode(SmtpGate.Mode.REFUSE);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        assertThat(jan.text(1).text()).contains("your goods have arrived");
        day.quiet();
        assertThat(mail("state")).containsExactly("REJECTED");
        assertThat(jan.tasks("CUSTOMER_CARE")).isEmpty();
    }

    @Test
    void when_every_channel_rejects_a_call_is_requested() {
        gate().mode(SmtpGate.Mode.REFUSE);
        sms().mode(SmsStub.Mode.REFUSE);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jan.tasks("CUSTOMER_CARE")).containsExactly("CALL_CUSTOMER"));
    }

    @Test
    void a_connection_lost_after_the_mail_is_repeated_with_the_same_id() {
        gate().mode(SmtpGate.Mode.CUT_AFTER_DATA);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.mail(2);
        assertThat(mail("state")).containsExactly("UNKNOWN");

        gate().mode(SmtpGate.Mode.PASS);
        day.pass(Duration.ofSeconds(31));

        // A mail server cannot tell what it took, so the mail is repeated; a mail reader sees that it is the same.
        jan.mail(3);
        assertThat(jan.mails().subList(1, 3))
                .allMatch(copy -> Jan.messageId(copy).equals(expectedMessageId()));
        assertThat(mail("state")).containsExactly("DELIVERED");
    }

    @Test
    void a_mail_whose_outcome_stays_unknown_is_repeated_once_and_then_told_otherwise() {
        gate().mode(SmtpGate.Mode.CUT_AFTER_DATA);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.mail(2);

        day.pass(Duration.ofSeconds(31));
        jan.mail(3);
        jan.text(1);
        day.pass(Duration.ofHours(2));

        assertThat(jan.mails()).hasSize(3);
        assertThat(mail("state")).containsExactly("REJECTED");
    }

    @Test
    void a_failed_text_is_checked_and_repeated_with_the_same_reference() {
        onlyTexts();
        sms().mode(SmsStub.Mode.FAIL);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        await().atMost(PATIENCE).until(() -> sms().askedFor(jan.phone).size() == 1);
        day.quiet();
        assertThat(text("state")).containsExactly("UNKNOWN");
        String reference = sms().askedFor(jan.phone).get(0).reference();

        sms().mode(SmsStub.Mode.TAKE);
        day.pass(Duration.ofSeconds(31));

        jan.text(1);
        day.quiet();
        assertThat(sms().proofsAskedFor(reference)).isEqualTo(1);
        assertThat(sms().askedFor(jan.phone))
                .extracting(SmsStub.Asked::reference)
                .containsExactly(reference, reference);
        assertThat(text("state")).containsExactly("DELIVERED");
    }

    @Test
    void a_text_with_proof_of_delivery_is_not_repeated() {
        onlyTexts();
        sms().mode(SmsStub.Mode.TAKE_AND_FAIL);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.text(1);
        day.quiet();
        assertThat(text("state")).containsExactly("UNKNOWN");

        day.pass(Duration.ofSeconds(31));

        assertThat(text("state")).containsExactly("DELIVERED");
        assertThat(sms().askedFor(jan.phone)).hasSize(1);
    }

    @Test
    void rejected_numbers_do_not_delay_valid_ones() {
        MessageChannel texts = channels.stream()
                .filter(channel -> channel.channel() == Channel.SMS)
                .findFirst()
                .orElseThrow();
        sms().mode(SmsStub.Mode.REFUSE);
        for (int i = 0; i < 20; i++) {
            assertThat(texts.send(text("refused-" + i, jan.phone)).outcome())
                    .isEqualTo(MessageChannel.Outcome.REJECTED);
        }

        sms().mode(SmsStub.Mode.TAKE);

        assertThat(texts.send(text("good", jan.phone)).outcome()).isEqualTo(MessageChannel.Outcome.DELIVERED);
    }

    @Test
    void an_attempt_of_a_dead_sender_is_repeated_with_the_same_id() throws SQLException {
        gate().mode(SmtpGate.Mode.BUSY);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("state")).containsExactly("PLANNED");
        gate().mode(SmtpGate.Mode.PASS);

        senderDied();
        day.pass(Duration.ofSeconds(31));

        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        day.quiet();
        assertThat(mail("state")).containsExactly("DELIVERED");
        assertThat(mail("attempts")).containsExactly("2");
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void invariant_9_failed_attempts_are_not_repeated_in_quiet_hours() {
        day.goTo("20:56");
        gate().mode(SmtpGate.Mode.BUSY);
        jan.receives(EventTypes.STOCK_ARRIVED);
        day.goTo("20:59");
        day.goTo("21:05");
        gate().mode(SmtpGate.Mode.PASS);

        day.goTo(day.at("32:00").minus(Duration.ofMinutes(3)));
        assertThat(jan.mails()).hasSize(1);

        day.goTo("32:00");
        jan.mail(2);
    }

    @Test
    void a_delayed_ready_message_is_dropped_after_readiness_ended() {
        gate().down();
        jan.isReady(1);
        day.messagesLeave();
        jan.isNotReadyAnyMore(1);
        gate().up();
        day.pass(Duration.ofMinutes(10));

        assertThat(Jan.title(jan.mail(2))).startsWith("Please do not come yet");
        day.quiet();
        assertThat(jan.titles()).noneMatch(title -> title.startsWith("Ready"));
    }

    private void everythingWorks() {
        gate().up();
        gate().mode(SmtpGate.Mode.PASS);
        sms().mode(SmsStub.Mode.TAKE);
    }

    private void onlyTexts() {
        jan.isKnown(null, jan.phone, "Europe/Warsaw");
    }

    private String expectedMessageId() {
        String notice = jan.notices()
                .getList("items.findAll { it.channel == 'EMAIL' }.id", String.class)
                .get(1);
        return "<" + notice + ".email@order-journey.example>";
    }

    private static Message text(String reference, String to) {
        return new Message(reference, to, "", "Hello", "");
    }

    /** What a field of the second message's mail says. */
    private List<String> mail(String field) {
        return field("EMAIL", field, 1);
    }

    private List<String> text(String field) {
        return field("SMS", field, 0);
    }

    private List<String> field(String channel, String field, int skipped) {
        return jan.notices().getList("items.findAll { it.channel == '" + channel + "' }." + field).stream()
                .skip(skipped)
                .map(String::valueOf)
                .toList();
    }

    /** As if the process had been killed after writing down the attempt; and its lease has run out. */
    private void senderDied() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                    update delivery set state = 'ATTEMPT_STARTED', lease_until = timestamp 'epoch'
                    where state = 'PLANNED' and channel = 'EMAIL'
                      and notice_id in (select notice_id from notice where journey_id = ?)
                    """)) {
            update.setObject(1, jan.journey);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static SmtpGate gate() {
        return Objects.requireNonNull(MailAndSms.gate);
    }

    private static SmsStub sms() {
        return Objects.requireNonNull(MailAndSms.sms);
    }
}
