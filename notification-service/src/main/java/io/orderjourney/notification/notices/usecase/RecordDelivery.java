package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.NoticeUndelivered;
import io.orderjourney.messaging.TraceContexts;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Records the outcomes of attempts, together with the facts that follow from them. */
@ApplicationScoped
public class RecordDelivery {

    static final Duration BACKOFF_MAX = Duration.ofMinutes(10);

    private static final Duration BACKOFF_FIRST = Duration.ofSeconds(30);

    /** About a day. A customer who could not be reached for so long is called. */
    private static final int ATTEMPTS_MAX = 150;

    private static final String ACTOR = "notifier";

    private final Deliveries deliveries;
    private final NoticeValidator validator;
    private final Promises promises;
    private final RequestCall calls;
    private final CustomerNotified notified;
    private final JourneyLog log;
    private final BusinessClock clock;

    RecordDelivery(
            Deliveries deliveries,
            NoticeValidator validator,
            Promises promises,
            RequestCall calls,
            CustomerNotified notified,
            JourneyLog log,
            BusinessClock clock) {
        this.deliveries = deliveries;
        this.validator = validator;
        this.promises = promises;
        this.calls = calls;
        this.notified = notified;
        this.log = log;
        this.clock = clock;
    }

    /** Attempts ended: what was delivered is recorded in as many statements for a hundred of them as for one. */
    @Transactional
    void ended(List<Attempt> attempts) {
        // The promises of a journey are its lock: the watch, which writes the same rows, takes them first too.
        promises.ofForChange(attempts.stream()
                .flatMap(attempt -> noticeOf(attempt).stream())
                .map(Notice::journeyId)
                .collect(Collectors.toSet()));
        Instant now = clock.instant();
        log.together(() -> {
            delivered(attempts.stream().filter(RecordDelivery::isDelivered).toList());
            attempts.stream()
                    .filter(attempt -> !isDelivered(attempt))
                    .forEach(attempt -> TraceContexts.run(
                            noticeOf(attempt).map(Notice::traceparent).orElse(null), () -> notDelivered(attempt, now)));
            return attempts;
        });
    }

    private static boolean isDelivered(Attempt attempt) {
        Attempt.Answer answer = attempt.answer();
        return answer != null && answer.result().outcome() == MessageChannel.Outcome.DELIVERED;
    }

    private static Optional<Notice> noticeOf(Attempt attempt) {
        if (attempt.prepared() instanceof Prepared.Ready ready) {
            return Optional.of(ready.notice());
        }
        return attempt.prepared() instanceof Prepared.Unreachable unreachable
                ? Optional.of(unreachable.notice())
                : Optional.empty();
    }

    private void delivered(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return;
        }
        Set<Deliveries.Way> ours = deliveries.delivered(
                attempts.stream().map(RecordDelivery::arrived).toList());
        List<CustomerNotified.Told> told = attempts.stream()
                .filter(attempt -> ours.contains(new Deliveries.Way(
                        attempt.delivery().noticeId(), attempt.delivery().channel())))
                .map(RecordDelivery::told)
                .toList();
        List<Notice> notices = told.stream().map(CustomerNotified.Told::notice).toList();
        NoticeFacts facts = validator.facts(notices);
        notified.told(told, facts);
        calls.closeAfterDelivery(notices, facts);
    }

    private static Deliveries.Arrived arrived(Attempt attempt) {
        Attempt.Answer answer = Objects.requireNonNull(attempt.answer());
        return new Deliveries.Arrived(attempt.delivery(), answer.result().detail(), answer.at());
    }

    private static CustomerNotified.Told told(Attempt attempt) {
        Prepared.Ready ready = (Prepared.Ready) attempt.prepared();
        Instant at = Objects.requireNonNull(attempt.answer()).at();
        return new CustomerNotified.Told(attempt.delivery().channel(), ready.notice(), ready.renderedAt(), at);
    }

    private void notDelivered(Attempt ended, Instant now) {
        Delivery attempt = ended.delivery();
        if (ended.prepared() instanceof Prepared.Unsent unsent) {
            // The channel was not asked.
            deliveries.ended(attempt, unsent.state(), unsent.tryAfter(), unsent.why(), now);
        } else if (ended.prepared() instanceof Prepared.Unreachable unreachable) {
            rejected(attempt, unreachable.notice(), unreachable.why(), now);
        } else if (ended.prepared() instanceof Prepared.Ready ready) {
            notAccepted(
                    attempt,
                    ready.notice(),
                    Objects.requireNonNull(ended.answer()).result(),
                    now);
        }
    }

    private void notAccepted(Delivery attempt, Notice notice, MessageChannel.Result result, Instant now) {
        boolean exhausted = attempt.attempts() >= ATTEMPTS_MAX;
        MessageChannel.Outcome outcome = exhausted ? MessageChannel.Outcome.REJECTED : result.outcome();
        Instant tryAfter = now.plus(backoff(attempt));
        switch (outcome) {
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
            case DELIVERED -> throw new IllegalStateException("It is delivered");
        }
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
        NoticeFacts facts = validator.facts(List.of(notice));
        if (facts.stillValid(notice).parts().isEmpty()) {
            // Meanwhile the promise was kept or has a newer date: the old one is no longer announced.
            return;
        }
        facts.contactOf(notice)
                .flatMap(contact -> ChannelPolicy.next(contact, attempt.channel(), deliveries.of(notice.id())))
                .ifPresent(next -> {
                    if (next == Channel.CALL) {
                        calls.request(List.of(notice), facts, now);
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
