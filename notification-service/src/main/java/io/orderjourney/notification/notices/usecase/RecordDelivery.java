package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.messages.MessageChannel;
import io.orderjourney.notification.notices.ChannelPolicy;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.DeliveryState;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.promises.Promises;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Records the outcome of an attempt, together with the facts that follow from it. */
@ApplicationScoped
public class RecordDelivery {

    static final Duration BACKOFF_MAX = Duration.ofMinutes(10);

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(30);

    /** About a day. A customer who could not be reached for so long is called. */
    private static final int ATTEMPTS_MAX = 150;

    private static final String ACTOR = "notifier";

    private final Deliveries deliveries;
    private final Contacts contacts;
    private final NoticeValidator validator;
    private final Promises promises;
    private final RequestCall calls;
    private final CustomerNotified notified;
    private final JourneyLog log;
    private final BusinessClock clock;

    RecordDelivery(
            Deliveries deliveries,
            Contacts contacts,
            NoticeValidator validator,
            Promises promises,
            RequestCall calls,
            CustomerNotified notified,
            JourneyLog log,
            BusinessClock clock) {
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.validator = validator;
        this.promises = promises;
        this.calls = calls;
        this.notified = notified;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The channel was asked.
     *
     * @param notice what was said
     * @param renderedAt when it was rendered
     */
    @Transactional
    void result(Delivery attempt, Notice notice, Instant renderedAt, MessageChannel.Result result) {
        // The promises of a journey are its lock: the watch, which writes the same rows, takes them first too.
        promises.ofForChange(List.of(notice.journeyId()));
        Instant now = clock.instant();
        boolean exhausted = attempt.attempts() >= ATTEMPTS_MAX;
        MessageChannel.Outcome outcome = exhausted && result.outcome() != MessageChannel.Outcome.DELIVERED
                ? MessageChannel.Outcome.REJECTED
                : result.outcome();
        Instant tryAfter = now.plus(backoff(attempt));
        switch (outcome) {
            case DELIVERED -> {
                if (deliveries.ended(attempt, DeliveryState.DELIVERED, null, result.detail(), now)) {
                    notified.via(attempt.channel(), notice, renderedAt, now);
                    calls.closeAfterDelivery(
                            notice,
                            contacts.find(Objects.requireNonNull(notice.customerId()))
                                    .orElse(null));
                }
            }
            case REJECTED -> rejected(attempt, notice, result.detail(), now);
            case UNKNOWN -> {
                if (attempt.state() == DeliveryState.UNKNOWN) {
                    // It was repeated once, and the customer may have it twice: not a third time.
                    rejected(attempt, notice, "the outcome was unknown twice: " + result.detail(), now);
                    return;
                }
                if (deliveries.ended(attempt, DeliveryState.UNKNOWN, tryAfter, result.detail(), now)) {
                    undelivered(attempt, notice, result.detail(), true, now);
                    tryNextChannelAfterRetries(attempt, notice, now);
                }
            }
            case NOT_NOW -> {
                if (deliveries.ended(attempt, stillUnknown(attempt), tryAfter, result.detail(), now)) {
                    tryNextChannelAfterRetries(attempt, notice, now);
                }
            }
        }
    }

    /** The channel was not asked. */
    @Transactional
    void unsent(Delivery attempt, Prepared.Unsent unsent) {
        deliveries.ended(attempt, unsent.state(), unsent.tryAfter(), unsent.why(), clock.instant());
    }

    /** The customer cannot be reached on this channel any more. */
    @Transactional
    void unreachable(Delivery attempt, Prepared.Unreachable unreachable) {
        promises.ofForChange(List.of(unreachable.notice().journeyId()));
        rejected(attempt, unreachable.notice(), unreachable.why(), clock.instant());
    }

    private void rejected(Delivery attempt, Notice notice, String why, Instant now) {
        if (deliveries.ended(attempt, DeliveryState.REJECTED, null, why, now)) {
            undelivered(attempt, notice, why, false, now);
            tryNextChannel(attempt, notice, now);
        }
    }

    /** That this attempt was not accepted does not say that an earlier one was not. */
    private static DeliveryState stillUnknown(Delivery attempt) {
        return attempt.state() == DeliveryState.UNKNOWN ? DeliveryState.UNKNOWN : DeliveryState.PLANNED;
    }

    private void undelivered(Delivery attempt, Notice notice, String why, boolean unknown, Instant now) {
        log.append(NewEvent.of(
                EventTypes.NOTICE_UNDELIVERED,
                notice.journeyId(),
                new NoticeUndelivered(
                        notice.id(), Objects.requireNonNull(notice.customerId()), attempt.channel(), why, unknown, now),
                ACTOR));
    }

    private void tryNextChannelAfterRetries(Delivery attempt, Notice notice, Instant now) {
        if (attempt.attempts() >= ChannelPolicy.ATTEMPTS_BEFORE_NEXT) {
            tryNextChannel(attempt, notice, now);
        }
    }

    private void tryNextChannel(Delivery attempt, Notice notice, Instant now) {
        if (validator.stillValid(notice).parts().isEmpty()) {
            // Meanwhile the promise was kept or has a newer date: the old one is no longer announced.
            return;
        }
        contacts.find(Objects.requireNonNull(notice.customerId()))
                .flatMap(contact -> ChannelPolicy.next(contact, attempt.channel(), deliveries.of(notice.id())))
                .ifPresent(next -> {
                    if (next == Channel.CALL) {
                        calls.request(notice, now);
                    } else {
                        deliveries.plan(notice.id(), next, now);
                    }
                });
    }

    private static Duration backoff(Delivery attempt) {
        Duration wait = BACKOFF_FIRST.multipliedBy(1L << Math.min(Math.max(attempt.attempts() - 1, 0), 10));
        return wait.compareTo(BACKOFF_MAX) > 0 ? BACKOFF_MAX : wait;
    }
}
