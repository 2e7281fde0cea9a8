package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.MovedDate;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.messaging.JourneyLog;
import io.orderjourney.messaging.NewEvent;
import io.orderjourney.notification.channels.MessageChannel;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Handovers;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Records what became of an attempt, together with the facts that follow from it. */
@ApplicationScoped
public class RecordDelivery {

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(30);
    private static final Duration BACKOFF_MAX = Duration.ofMinutes(10);

    /** After so many vain attempts the next channel is asked as well. */
    private static final int ATTEMPTS_BEFORE_ANOTHER = 2;

    private static final String ACTOR = "notifier";

    private final Notices notices;
    private final Contacts contacts;
    private final DispatchNotices dispatch;
    private final Handovers handovers;
    private final JourneyLog log;
    private final BusinessClock clock;

    RecordDelivery(
            Notices notices,
            Contacts contacts,
            DispatchNotices dispatch,
            Handovers handovers,
            JourneyLog log,
            BusinessClock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.dispatch = dispatch;
        this.handovers = handovers;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    void result(Delivery attempt, Notice notice, MessageChannel.Result result) {
        Instant now = clock.instant();
        switch (result.outcome()) {
            case HANDED_OVER -> handedOver(attempt, notice, result.detail(), now);
            case REJECTED -> {
                notices.ended(attempt, DeliveryState.REJECTED, null, result.detail(), now);
                undelivered(attempt, notice, result.detail(), false, now);
                goAnotherWay(notice, now);
            }
            case UNKNOWN -> {
                notices.ended(attempt, DeliveryState.UNKNOWN, now.plus(backoff(attempt)), result.detail(), now);
                undelivered(attempt, notice, result.detail(), true, now);
                goAnotherWayAfterAWhile(attempt, notice, now);
            }
            case NOT_NOW -> {
                notices.ended(attempt, DeliveryState.PLANNED, now.plus(backoff(attempt)), result.detail(), now);
                goAnotherWayAfterAWhile(attempt, notice, now);
            }
        }
    }

    @Transactional
    void suppressed(Delivery attempt, String why) {
        notices.suppressed(attempt, why);
    }

    private void handedOver(Delivery attempt, Notice notice, String detail, Instant now) {
        notices.ended(attempt, DeliveryState.HANDED_OVER, null, detail, now);
        notice.newDates().forEach(change -> handovers.handedOver(change.promiseId(), change.revision(), now));
        UUID customerId = Objects.requireNonNull(notice.customerId());
        if (notice.isDelayNotice()) {
            List<MovedDate> moved = notice.newDates().stream()
                    .map(change -> new MovedDate(
                            change.promiseId(),
                            change.kind(),
                            change.revision(),
                            change.believedDueAt(),
                            change.dueAt()))
                    .toList();
            log.append(NewEvent.of(
                    EventTypes.CUSTOMER_WARNED,
                    notice.journeyId(),
                    new CustomerWarned(notice.id(), customerId, attempt.channel(), moved, now),
                    ACTOR));
        }
        List<NoticeSubject> subjects = new ArrayList<>(notice.subjects());
        if (subjects.isEmpty() && !notice.isDelayNotice()) {
            subjects.add(NoticeSubject.DATE_EARLIER);
        }
        if (!subjects.isEmpty()) {
            log.append(NewEvent.of(
                    EventTypes.CUSTOMER_TOLD,
                    notice.journeyId(),
                    new CustomerTold(notice.id(), customerId, attempt.channel(), subjects, notice.readiness(), now),
                    ACTOR));
        }
    }

    private void undelivered(Delivery attempt, Notice notice, String why, boolean unknown, Instant now) {
        log.append(NewEvent.of(
                EventTypes.NOTICE_UNDELIVERED,
                notice.journeyId(),
                new NoticeUndelivered(
                        notice.id(), Objects.requireNonNull(notice.customerId()), attempt.channel(), why, unknown, now),
                ACTOR));
    }

    private void goAnotherWayAfterAWhile(Delivery attempt, Notice notice, Instant now) {
        if (attempt.attempts() == ATTEMPTS_BEFORE_ANOTHER) {
            goAnotherWay(notice, now);
        }
    }

    private void goAnotherWay(Notice notice, Instant now) {
        Set<Channel> tried =
                notices.deliveries(notice.id()).stream().map(Delivery::channel).collect(Collectors.toSet());
        contacts.find(Objects.requireNonNull(notice.customerId())).ifPresent(contact -> {
            Channel next = ChannelPolicy.next(contact, tried);
            if (next == Channel.CALL) {
                dispatch.askForCall(notice, now);
            } else {
                notices.another(notice.id(), next, now);
            }
        });
    }

    private static Duration backoff(Delivery attempt) {
        Duration wait = BACKOFF_FIRST.multipliedBy(1L << Math.min(attempt.attempts() - 1, 10));
        return wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait;
    }
}
