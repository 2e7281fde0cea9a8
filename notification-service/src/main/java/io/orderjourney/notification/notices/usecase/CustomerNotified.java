package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.RescheduledDate;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.ledger.PromiseRevision;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What follows from a delivered message, on whichever channel. Joins the running transaction. */
@ApplicationScoped
class CustomerNotified {

    private static final String ACTOR = "notifier";

    private final PromisedDates dates;
    private final NextUpdates nextUpdates;
    private final JourneyLog log;
    private final Event<CustomerWarned> warned;

    CustomerNotified(PromisedDates dates, NextUpdates nextUpdates, JourneyLog log, Event<CustomerWarned> warned) {
        this.dates = dates;
        this.nextUpdates = nextUpdates;
        this.log = log;
        this.warned = warned;
    }

    /**
     * What a customer was told.
     *
     * @param notice what was said, without what was no longer valid
     * @param renderedAt when it was rendered: it could name what was promised by then
     * @param at when the channel took it
     */
    record Told(Channel channel, Notice notice, Instant renderedAt, Instant at) {}

    /**
     * Customers were notified. The caller holds the promises of their journeys.
     *
     * @param facts of these journeys
     */
    void told(Collection<Told> all, NoticeFacts facts) {
        Map<PromiseRevision, Instant> delivered = new LinkedHashMap<>();
        Map<UUID, Instant> updates = new LinkedHashMap<>();
        for (Told told : all) {
            Notice notice = told.notice();
            notice.newDates()
                    .forEach(change -> delivered.putIfAbsent(
                            new PromiseRevision(change.promiseId(), change.revision()), told.at()));
            if (notice.tells(NoticeSubject.NEXT_UPDATE) && notice.freeText() == null) {
                updates.putIfAbsent(notice.journeyId(), told.at());
            }
        }
        dates.delivered(delivered);
        dates.updateDelivered(updates);
        // What is recorded of a message belongs to the trace of what led to it.
        all.forEach(told -> TraceContexts.run(told.notice().traceparent(), () -> record(told, facts)));
    }

    private void record(Told told, NoticeFacts facts) {
        Instant now = told.at();
        Notice notice = told.notice();
        UUID customerId = Objects.requireNonNull(notice.customerId());
        if (notice.isDelayNotice()) {
            CustomerWarned fact = new CustomerWarned(notice.id(), customerId, told.channel(), rescheduled(notice), now);
            log.append(NewEvent.of(EventTypes.CUSTOMER_WARNED, notice.journeyId(), fact, ACTOR));
            warned.fire(fact);
        }
        List<NoticeSubject> subjects = subjects(notice);
        if (!subjects.isEmpty()) {
            log.append(NewEvent.of(
                    EventTypes.CUSTOMER_TOLD,
                    notice.journeyId(),
                    new CustomerTold(notice.id(), customerId, told.channel(), subjects, readiness(notice), now),
                    ACTOR));
        }
        nextUpdates.keepGiven(notice, told.renderedAt(), facts);
    }

    private static List<RescheduledDate> rescheduled(Notice notice) {
        return notice.newDates().stream()
                .map(change -> new RescheduledDate(
                        change.promiseId(), change.kind(), change.revision(), change.believedDueAt(), change.dueAt()))
                .toList();
    }

    private static List<NoticeSubject> subjects(Notice notice) {
        List<NoticeSubject> subjects = new ArrayList<>(notice.subjects());
        for (DateChange change : notice.newDates()) {
            NoticeSubject subject = switch (change.shift()) {
                case DELAY -> null;
                case AGREED, RESUMED, NOT_REACHED -> NoticeSubject.NEXT_UPDATE;
                case BACK_ON_TRACK -> NoticeSubject.BACK_ON_TRACK;
                case EARLIER -> NoticeSubject.DATE_EARLIER;
            };
            if (subject != null && !subjects.contains(subject)) {
                subjects.add(subject);
            }
        }
        return subjects;
    }

    private static @Nullable Integer readiness(Notice notice) {
        return notice.tells(NoticeSubject.READY_FOR_PICKUP) ? notice.readiness() : null;
    }
}
