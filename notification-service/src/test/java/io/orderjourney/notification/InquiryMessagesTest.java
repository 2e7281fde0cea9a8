package io.orderjourney.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.InquiryChannel;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RepairOutcome;
import io.orderjourney.contracts.orders.InquiryReceived;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.RepairDiagnosed;
import io.orderjourney.contracts.orders.RepairedGoods;
import io.orderjourney.contracts.orders.WantedGoods;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a customer reads who asked something: at once by when the answer comes, once why it takes longer, once the answer. */
@QuarkusTest
@WithTestResource(JourneyServers.class)
@WithTestResource(MailAndSms.class)
class InquiryMessagesTest {

    private static final String NUMBER = "Q-100007";

    @Inject
    BusinessClock clock;

    @Inject
    DeliverTwice events;

    private ShopDay day;
    private Jan jan;

    @BeforeEach
    void startOnMonday() {
        Objects.requireNonNull(MailAndSms.gate).up();
        day = new ShopDay(clock);
        jan = new Jan(events, day).isKnown();
    }

    @AfterEach
    void cleanUp() {
        jan.goesHome();
        day.quiet();
    }

    private UUID asks(PromiseKind kind, Instant answerBy) {
        UUID reply = jan.isPromised(kind, answerBy);
        jan.receives(
                EventTypes.INQUIRY_RECEIVED,
                new InquiryReceived(NUMBER, jan.customer, "en", "STOCK", InquiryChannel.EMAIL, null, day.now()));
        return reply;
    }

    private UUID isWritten(NoticeSubject subject, String text) {
        UUID reply = UUID.randomUUID();
        events.state(
                EventTypes.REPLY_WRITTEN,
                reply.toString(),
                new ReplyText(reply, jan.journey, jan.customer, subject, text));
        return reply;
    }

    @Test
    void who_asks_at_night_reads_at_once_by_when_the_answer_comes() {
        day.goTo("23:05");

        asks(PromiseKind.INQUIRY_REPLY, day.at("36:30"));
        day.quiet();

        assertThat(Jan.title(jan.mail(1))).isEqualTo("We have your question " + NUMBER);
        assertThat(Jan.body(jan.mail(1)))
                .contains("a person will answer it", "We will answer you by 12:30 on Tuesday")
                .doesNotContain("/o/", "your order");
        assertThat(jan.texts()).isEmpty();
    }

    @Test
    void a_complaint_is_acknowledged_with_an_apology() {
        asks(PromiseKind.COMPLAINT_ANSWER, day.at("14:30"));
        day.quiet();

        assertThat(Jan.title(jan.mail(1))).startsWith("We are sorry");
        assertThat(Jan.body(jan.mail(1))).contains("does not happen again", "by 14:30 on Monday");
    }

    @Test
    void an_answer_that_takes_longer_is_one_message_with_the_reason_and_the_new_date() {
        UUID reply = asks(PromiseKind.INQUIRY_REPLY, day.at("14:30"));
        day.quiet();

        isWritten(NoticeSubject.INQUIRY_UPDATE, "We have asked the wholesaler when the Nova X5 comes.");
        jan.isMoved(reply, PromiseKind.INQUIRY_REPLY, 1, day.at("14:30"), day.at("58:00"), ReasonCode.PARTNER_ESTIMATE);
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("Our answer needs a little longer");
        assertThat(Jan.body(jan.mail(2)))
                .contains("sorry", "10:00 on Wednesday", "14:30 on Monday", "asked the wholesaler")
                .doesNotContain("cancel");
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void the_answer_is_told_once_and_asks_whether_it_answered() {
        UUID reply = asks(PromiseKind.INQUIRY_REPLY, day.at("14:30"));
        day.quiet();

        jan.isKept(reply, PromiseKind.INQUIRY_REPLY);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        isWritten(NoticeSubject.INQUIRY_ANSWERED, "The Nova X5 is back on Friday. Shall we keep one for you?");
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).contains("Our answer", NUMBER);
        assertThat(Jan.body(jan.mail(2)))
                .contains("back on Friday", "Does this settle it for you?", "simply reply to this message");
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(2);
    }

    private UUID waitsForThePhone() {
        UUID promise = jan.isPromised(PromiseKind.BACK_IN_STOCK, day.at("82:00"));
        jan.receives(
                EventTypes.INQUIRY_RECEIVED,
                new InquiryReceived(
                        NUMBER,
                        jan.customer,
                        "en",
                        "STOCK",
                        InquiryChannel.WEB_FORM,
                        null,
                        day.now(),
                        new WantedGoods("NOVA-X5", "Nova X5", "WAW-01")));
        return promise;
    }

    @Test
    void who_waits_for_goods_reads_the_day_and_later_that_they_are_there() {
        UUID promise = waitsForThePhone();
        day.quiet();

        assertThat(Jan.title(jan.mail(1))).startsWith("We will tell you when it is here");
        assertThat(Jan.body(jan.mail(1)))
                .contains("waiting for this article: Nova X5", "let you know about availability by 10:00 on Thursday");

        jan.isKept(promise, PromiseKind.BACK_IN_STOCK);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.messagesLeave();

        assertThat(Jan.title(jan.mail(2))).startsWith("Back in stock");
        assertThat(Jan.body(jan.mail(2))).contains("Nova X5", "You can order it now");
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(2);
    }

    @Test
    void who_waits_for_goods_hears_of_a_later_day_before_the_first_one() {
        UUID promise = waitsForThePhone();
        day.quiet();

        jan.isMoved(promise, PromiseKind.BACK_IN_STOCK, 1, day.at("82:00"), day.at("106:00"), ReasonCode.SUPPLIER_LATE);
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2)))
                .contains("sorry", "availability by 10:00 on Friday", "The goods reach us later than planned");
    }

    private UUID bringsThePhoneBack() {
        UUID promise = jan.isPromised(PromiseKind.REPAIR_DIAGNOSIS, day.at("58:00"));
        jan.receives(
                EventTypes.INQUIRY_RECEIVED,
                new InquiryReceived(
                        NUMBER,
                        jan.customer,
                        "en",
                        "REPAIR",
                        InquiryChannel.VISIT,
                        null,
                        day.now(),
                        null,
                        new RepairedGoods("NOVA-X5", "Nova X5", "serwis-tech", true)));
        return promise;
    }

    @Test
    void a_repair_is_told_from_the_diagnosis_to_the_day_the_phone_is_back() {
        UUID diagnosis = bringsThePhoneBack();
        day.quiet();
        assertThat(Jan.title(jan.mail(1))).startsWith("We take care of your article");
        assertThat(Jan.body(jan.mail(1)))
                .contains("sorry", "Nova X5", "tell you what is wrong with your article by 10:00 on Wednesday");

        jan.isKept(diagnosis, PromiseKind.REPAIR_DIAGNOSIS);
        jan.receives(EventTypes.REPAIR_DIAGNOSED, new RepairDiagnosed("serwis-tech", RepairOutcome.REPAIR, day.now()));
        UUID back = jan.isPromised(PromiseKind.REPAIR_DONE, day.at("106:00"));
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(2))).startsWith("What we found");
        assertThat(Jan.body(jan.mail(2))).contains("being repaired", "back at the pickup point by 10:00 on Friday");

        jan.isMoved(back, PromiseKind.REPAIR_DONE, 1, day.at("106:00"), day.at("178:00"), ReasonCode.WORKSHOP_LATE);
        day.messagesLeave();
        assertThat(Jan.title(jan.mail(3))).startsWith("A new date for your article");
        assertThat(Jan.body(jan.mail(3))).contains("sorry", "The workshop needs more time than planned.");

        jan.isKept(back, PromiseKind.REPAIR_DONE);
        jan.receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
        day.messagesLeave();
        assertThat(Jan.body(jan.mail(4))).contains("waiting for you at the pickup point where you left it: Nova X5");
        day.messagesLeave();
        assertThat(jan.mails()).hasSize(4);
    }

    @Test
    void who_gets_another_article_in_place_of_theirs_reads_so() {
        UUID diagnosis = bringsThePhoneBack();
        day.quiet();
        jan.isKept(diagnosis, PromiseKind.REPAIR_DIAGNOSIS);
        jan.receives(
                EventTypes.REPAIR_DIAGNOSED, new RepairDiagnosed("serwis-tech", RepairOutcome.REPLACEMENT, day.now()));
        jan.isPromised(PromiseKind.REPAIR_DONE, day.at("106:00"));
        day.messagesLeave();

        assertThat(Jan.body(jan.mail(2))).contains("you get another one in its place: Nova X5");
    }

    @Test
    void a_reply_that_is_erased_before_it_left_is_not_sent() {
        asks(PromiseKind.INQUIRY_REPLY, day.at("14:30"));
        day.quiet();

        UUID reply = isWritten(NoticeSubject.INQUIRY_ANSWERED, "Dear Jan");
        events.state(EventTypes.REPLY_WRITTEN, reply.toString(), null);
        day.messagesLeave();

        assertThat(jan.mails()).hasSize(1);
    }
}
