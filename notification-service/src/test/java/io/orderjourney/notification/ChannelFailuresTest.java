package io.orderjourney.notification;

import static io.orderjourney.notification.ShopDay.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.notification.channels.Message;
import io.orderjourney.notification.channels.MessageChannel;
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

/** What the customer gets when mail or text fails, and what he does not get twice. */
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
    void one_mail_was_received() {
        everythingWorks();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown().orders();
        jan.isPromised(PromiseKind.PICKUP_READY, day.at("44:00"));
        day.messagesLeave();
        jan.mail(1);
    }

    @AfterEach
    void everything_works_again() {
        everythingWorks();
        jan.goesHome();
        day.quiet();
    }

    @Test
    void a_mail_server_that_is_away_is_tried_twice_then_a_text_goes_out_and_the_mail_comes_once_when_it_is_back() {
        gate().down();
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("attempts")).containsExactly("1");
        assertThat(jan.texts()).isEmpty();

        day.pass(Duration.ofSeconds(31));
        assertThat(jan.text(1).text()).contains("the goods arrived");

        gate().up();
        day.pass(Duration.ofMinutes(10));
        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        day.pass(Duration.ofHours(1));
        assertThat(jan.mails()).hasSize(2);
        assertThat(jan.texts()).hasSize(1);
    }

    @Test
    void a_mail_server_that_asks_to_come_again_gets_the_same_mail_again() {
        gate().mode(SmtpGate.Mode.BUSY);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("state")).containsExactly("PLANNED");

        gate().mode(SmtpGate.Mode.PASS);
        day.pass(Duration.ofSeconds(31));

        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void an_address_that_is_refused_for_good_leads_to_a_text_at_once() {
        gate().mode(SmtpGate.Mode.REFUSE);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        assertThat(jan.text(1).text()).contains("the goods arrived");
        day.quiet();
        assertThat(mail("state")).containsExactly("REJECTED");
        assertThat(jan.tasks("CUSTOMER_CARE")).isEmpty();
    }

    @Test
    void when_every_written_way_is_refused_a_person_calls() {
        gate().mode(SmtpGate.Mode.REFUSE);
        sms().mode(SmsStub.Mode.REFUSE);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(jan.tasks("CUSTOMER_CARE")).containsExactly("CALL_CUSTOMER"));
    }

    @Test
    void a_line_that_breaks_after_the_mail_was_taken_leaves_it_unknown_and_the_repeat_has_the_same_id() {
        gate().mode(SmtpGate.Mode.CUT_AFTER_DATA);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.mail(2);
        assertThat(mail("state")).containsExactly("UNKNOWN");

        gate().mode(SmtpGate.Mode.PASS);
        day.pass(Duration.ofSeconds(31));

        // A mail server cannot tell what it took, so the mail is repeated; a mail reader sees that it is the same.
        jan.mail(3);
        assertThat(jan.mails().subList(1, 3))
                .allMatch(copy -> Jan.messageId(copy).equals(expectedMessageId()));
        assertThat(mail("state")).containsExactly("HANDED_OVER");
    }

    @Test
    void a_gateway_that_fails_without_sending_is_asked_for_proof_and_then_asked_again_with_the_same_reference() {
        onlyTexts();
        sms().mode(SmsStub.Mode.FAIL);
        jan.hears(EventTypes.STOCK_ARRIVED);
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
        assertThat(text("state")).containsExactly("HANDED_OVER");
    }

    @Test
    void a_gateway_that_fails_after_sending_gives_proof_and_is_not_asked_again() {
        onlyTexts();
        sms().mode(SmsStub.Mode.TAKE_AND_FAIL);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        jan.text(1);
        day.quiet();
        assertThat(text("state")).containsExactly("UNKNOWN");

        day.pass(Duration.ofSeconds(31));

        assertThat(text("state")).containsExactly("HANDED_OVER");
        assertThat(sms().askedFor(jan.phone)).hasSize(1);
    }

    @Test
    void numbers_that_are_refused_do_not_keep_a_good_one_waiting() {
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

        assertThat(texts.send(text("good", jan.phone)).outcome()).isEqualTo(MessageChannel.Outcome.HANDED_OVER);
    }

    @Test
    void a_sender_that_died_in_mid_attempt_leaves_it_unknown_and_another_one_repeats_it_with_the_same_id()
            throws SQLException {
        gate().mode(SmtpGate.Mode.BUSY);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.messagesLeave();
        assertThat(mail("state")).containsExactly("PLANNED");
        gate().mode(SmtpGate.Mode.PASS);

        senderDied();

        assertThat(Jan.messageId(jan.mail(2))).isEqualTo(expectedMessageId());
        day.quiet();
        assertThat(mail("state")).containsExactly("HANDED_OVER");
        assertThat(mail("attempts")).containsExactly("2");
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void invariant_9_what_failed_in_the_evening_is_not_repeated_in_the_night() {
        day.goTo("20:56");
        gate().mode(SmtpGate.Mode.BUSY);
        jan.hears(EventTypes.STOCK_ARRIVED);
        day.goTo("20:59");
        day.goTo("21:05");
        gate().mode(SmtpGate.Mode.PASS);

        day.goTo(day.at("32:00").minus(Duration.ofMinutes(3)));
        assertThat(jan.mails()).hasSize(1);

        day.goTo("32:00");
        jan.mail(2);
    }

    @Test
    void nobody_is_told_to_come_when_the_mail_server_is_back_after_the_readiness_ended() {
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
