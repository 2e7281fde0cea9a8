package io.orderjourney.notification.notices;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.Fixtures;
import io.orderjourney.notification.notices.Notice.NoticeState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages and new dates of a Monday on which a call was first promised for 14:00. */
final class Changes {

    static final CustomerContact BOTH = contact("jan@example.org", "+48600100200", Channel.EMAIL);

    private Changes() {}

    static Instant at(String time) {
        return Fixtures.at("2026-01-12T" + time);
    }

    static DateChange change(UUID promiseId, int revision, String believed, String dueAt, ReasonCode reason) {
        return new DateChange(
                promiseId,
                Fixtures.JOURNEY,
                PromiseKind.CONFIRMATION_CALL,
                revision,
                at("14:00"),
                at(believed),
                at(believed),
                Precision.BY_TIME,
                null,
                at(dueAt),
                reason,
                false);
    }

    static DateChange window(UUID promiseId, String believedStart, String believedEnd, String start, String end) {
        return new DateChange(
                promiseId,
                Fixtures.JOURNEY,
                PromiseKind.SIGNING_APPOINTMENT,
                1,
                at(believedEnd),
                at(believedEnd),
                at(believedStart),
                Precision.WINDOW,
                at(start),
                at(end),
                ReasonCode.EXPERT_ABSENT,
                false);
    }

    static Notice notice(DateChange... changes) {
        return notice(
                null,
                Arrays.stream(changes).<NoticePart>map(NoticePart.NewDate::new).toList());
    }

    static Notice notice(@Nullable Integer readiness, NoticeSubject... subjects) {
        return notice(
                readiness,
                Arrays.stream(subjects).<NoticePart>map(NoticePart.News::new).toList());
    }

    private static Notice notice(@Nullable Integer readiness, List<NoticePart> parts) {
        return new Notice(
                UUID.randomUUID(),
                7,
                Fixtures.JOURNEY,
                Fixtures.CUSTOMER,
                NoticeState.PLANNED,
                at("10:00"),
                at("10:02"),
                readiness,
                null,
                null,
                null,
                parts);
    }

    static CustomerContact contact(@Nullable String email, @Nullable String phone, Channel preferred) {
        return new CustomerContact(Fixtures.CUSTOMER, "Jan Kowalski", email, phone, "pl", preferred, null);
    }
}
