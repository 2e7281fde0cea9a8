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
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Handovers;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records what became of an attempt, together with the facts that follow from it. */
@ApplicationScoped
public class RecordDelivery {

    static final Duration BACKOFF_MAX = Duration.ofMinutes(10);

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(30);

    /** About a day. Whoever could not be reached for so long is called, and what we had to say is old. */
    private static final int ATTEMPTS_MAX = 150;

    private static final String ACTOR = "notifier";

    private final Notices notices;
    private final Contacts contacts;
    private final Promises promises;
    private final CallCustomer calls;
    private final Handovers handovers;
    private final JourneyLog log;
    private final BusinessClock clock;

    RecordDelivery(
            Notices notices,
            Contacts contacts,
            Promises promises,
            CallCustomer calls,
            Handovers handovers,
            JourneyLog log,
            BusinessClock clock) {
        this.notices = notices;
        this.contacts = contacts;
        this.promises = promises;
        this.calls = calls;
        this.handovers = handovers;
        this.log = log;
        this.clock = clock;
    }

    /** @param notice what was said */
    @Transactional
    void result(Delivery attempt, Notice notice, MessageChannel.Result result) {
        // The promises of a journey are its lock: the watch, which writes the same rows, takes them first too.
        promises.ofForChange(List.of(notice.journeyId()));
        Instant now = clock.instant();
        boolean givenUp = attempt.attempts() >= ATTEMPTS_MAX;
        MessageChannel.Outcome outcome = givenUp && result.outcome() != MessageChannel.Outcome.HANDED_OVER
                ? MessageChannel.Outcome.REJECTED
                : result.outcome();
        Instant tryAfter = now.plus(backoff(attempt));
        switch (outcome) {
            case HANDED_OVER -> {
                if (notices.ended(attempt, DeliveryState.HANDED_OVER, null, result.detail(), now)) {
                    handedOver(attempt, notice, now);
                }
            }
            case REJECTED -> {
                if (notices.ended(attempt, DeliveryState.REJECTED, null, result.detail(), now)) {
                    undelivered(attempt, notice, result.detail(), false, now);
                    goAnotherWay(attempt, notice, now);
                }
            }
            case UNKNOWN -> {
                if (notices.ended(attempt, DeliveryState.UNKNOWN, tryAfter, result.detail(), now)) {
                    undelivered(attempt, notice, result.detail(), true, now);
                    goAnotherWayAfterAWhile(attempt, notice, now);
                }
            }
            case NOT_NOW -> {
                if (notices.ended(attempt, stillUnknown(attempt), tryAfter, result.detail(), now)) {
                    goAnotherWayAfterAWhile(attempt, notice, now);
                }
            }
        }
    }

    /** The channel was not asked. */
    @Transactional
    void unsent(Delivery attempt, DeliverNotices.Prepared prepared) {
        notices.ended(attempt, prepared.state(), prepared.tryAfter(), prepared.detail(), clock.instant());
    }

    /** That this attempt was not taken does not say that an earlier one was not. */
    private static DeliveryState stillUnknown(Delivery attempt) {
        return attempt.state() == DeliveryState.UNKNOWN ? DeliveryState.UNKNOWN : DeliveryState.PLANNED;
    }

    private void handedOver(Delivery attempt, Notice notice, Instant now) {
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
        List<NoticeSubject> subjects = subjects(notice);
        if (!subjects.isEmpty()) {
            log.append(NewEvent.of(
                    EventTypes.CUSTOMER_TOLD,
                    notice.journeyId(),
                    new CustomerTold(notice.id(), customerId, attempt.channel(), subjects, readiness(notice), now),
                    ACTOR));
        }
    }

    private static List<NoticeSubject> subjects(Notice notice) {
        List<NoticeSubject> subjects = new ArrayList<>(notice.subjects());
        for (DateChange change : notice.newDates()) {
            NoticeSubject subject = switch (change.turn()) {
                case DELAY -> null;
                case AGREED -> NoticeSubject.NEXT_WORD;
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

    private void undelivered(Delivery attempt, Notice notice, String why, boolean unknown, Instant now) {
        log.append(NewEvent.of(
                EventTypes.NOTICE_UNDELIVERED,
                notice.journeyId(),
                new NoticeUndelivered(
                        notice.id(), Objects.requireNonNull(notice.customerId()), attempt.channel(), why, unknown, now),
                ACTOR));
    }

    private void goAnotherWayAfterAWhile(Delivery attempt, Notice notice, Instant now) {
        if (attempt.attempts() >= ChannelPolicy.ATTEMPTS_BEFORE_ANOTHER) {
            goAnotherWay(attempt, notice, now);
        }
    }

    private void goAnotherWay(Delivery attempt, Notice notice, Instant now) {
        contacts.find(Objects.requireNonNull(notice.customerId()))
                .flatMap(contact -> ChannelPolicy.next(contact, attempt.channel(), notices.deliveries(notice.id())))
                .ifPresent(next -> {
                    if (next == Channel.CALL) {
                        calls.ask(notice, now);
                    } else {
                        notices.another(notice.id(), next, now);
                    }
                });
    }

    private static Duration backoff(Delivery attempt) {
        Duration wait = BACKOFF_FIRST.multipliedBy(1L << Math.min(Math.max(attempt.attempts() - 1, 0), 10));
        return wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait;
    }
}
