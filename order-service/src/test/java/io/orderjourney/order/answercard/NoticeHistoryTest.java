package io.orderjourney.order.answercard;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.contracts.notices.RescheduledDate;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeHistoryTest {

    private static final UUID PROMISE = UUID.randomUUID();
    private static final UUID JAN = UUID.randomUUID();
    private static final Instant FIRST = Instant.parse("2026-01-14T17:00:00Z");
    private static final Instant SECOND = FIRST.plusSeconds(86_400);
    private static final Instant TOLD_AT = Instant.parse("2026-01-14T12:00:00Z");

    private static PromiseRescheduled rescheduled(int revision, boolean bySystem) {
        return new PromiseRescheduled(
                PROMISE,
                PromiseKind.CREDIT_DECISION,
                revision,
                FIRST,
                SECOND,
                null,
                ReasonCode.BANK_LATE,
                null,
                bySystem ? "watch" : "credit:ewa",
                bySystem,
                "told",
                TOLD_AT);
    }

    @Test
    void a_reschedule_knows_when_its_date_was_announced() {
        NoticeHistory history = NoticeHistory.of(new Facts()
                .then(EventTypes.PROMISE_RESCHEDULED, rescheduled(2, true))
                .then(EventTypes.PROMISE_RESCHEDULED, rescheduled(1, false))
                .then(
                        EventTypes.CUSTOMER_WARNED,
                        new CustomerWarned(
                                UUID.randomUUID(),
                                JAN,
                                Channel.SMS,
                                List.of(new RescheduledDate(PROMISE, PromiseKind.CREDIT_DECISION, 2, FIRST, SECOND)),
                                TOLD_AT))
                .all());

        assertThat(history.reschedulesOf(PROMISE))
                .extracting(NoticeHistory.Reschedule::revision)
                .containsExactly(1, 2);
        assertThat(history.reschedulesOf(PROMISE))
                .extracting(NoticeHistory.Reschedule::announcedAt)
                .containsExactly(null, TOLD_AT);
        assertThat(history.reschedulesOf(UUID.randomUUID())).isEmpty();
    }

    @Test
    void an_undelivered_message_is_listed_with_its_reason() {
        NoticeHistory history = NoticeHistory.of(new Facts()
                .then(
                        EventTypes.CUSTOMER_TOLD,
                        new CustomerTold(
                                UUID.randomUUID(),
                                JAN,
                                Channel.EMAIL,
                                List.of(NoticeSubject.ORDER_RECEIVED),
                                null,
                                TOLD_AT))
                .then(
                        EventTypes.NOTICE_UNDELIVERED,
                        new NoticeUndelivered(UUID.randomUUID(), JAN, Channel.SMS, "number unknown", false, TOLD_AT))
                .all());

        assertThat(history.messages())
                .extracting(NoticeHistory.Message::channel)
                .containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(history.messages())
                .extracting(NoticeHistory.Message::delivered)
                .containsExactly(true, false);
        assertThat(history.messages().get(0).subjects()).containsExactly("ORDER_RECEIVED");
        assertThat(history.messages().get(1).failureReason()).isEqualTo("number unknown");
    }
}
