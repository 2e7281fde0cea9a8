package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.answers.CustomerReplies;
import io.orderjourney.notification.answers.CustomerReply;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Records a customer's answer: one for each message, a later one replaces an earlier one. It decides nothing that another desk
 * would have to undo: a request becomes a call.
 */
@ApplicationScoped
public class AnswerHandler {

    private static final String ACTOR = "customer";

    /** A customer who asks for another time, or wants to cancel, should not wait longer for a call. */
    private static final Duration TIME_TO_CALL = Duration.ofMinutes(60);

    private static final DateTimeFormatter REQUESTED_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

    private final Notices notices;
    private final Promises promises;
    private final CustomerReplies replies;
    private final DeskTaskHandler desks;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    AnswerHandler(
            Notices notices,
            Promises promises,
            CustomerReplies replies,
            DeskTaskHandler desks,
            JourneyLog log,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.promises = promises;
        this.replies = replies;
        this.desks = desks;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
    }

    /** The outcome of an answer. */
    public enum Outcome {
        /** Recorded; also if the same was said before. */
        TAKEN,
        /** Nobody waits for any of the promises any more: nothing changed. */
        OVER,
        /** The customer answered too often: nothing changed. */
        TOO_MANY
    }

    /**
     * Records an answer.
     *
     * @param requestedAt the time they would like, with ANOTHER_TIME; null if they named none
     * @return empty if there is no such message
     */
    @Transactional
    public Optional<Outcome> answer(UUID noticeId, CustomerAnswer answer, @Nullable Instant requestedAt) {
        return notices.find(noticeId).map(notice -> record(notice, answer, requestedAt));
    }

    private Outcome record(Notice notice, CustomerAnswer answer, @Nullable Instant requestedAt) {
        // The promises of a journey are its lock: two answers at once are one after the other.
        List<Promise> all = promises.ofForChange(List.of(notice.journeyId()));
        Promise promise = firstOpen(notice, all);
        if (promise == null) {
            return Outcome.OVER;
        }
        CustomerReply before = replies.find(notice.id()).orElse(null);
        if (before != null && before.says(answer, requestedAt)) {
            return Outcome.TAKEN;
        }
        int nth = before == null ? 1 : before.answers() + 1;
        if (nth > CustomerReply.ANSWERS_MAX) {
            return Outcome.TOO_MANY;
        }
        if (before != null && before.taskId() != null) {
            desks.closeObsolete(before.taskId(), "obsolete: the customer gave another answer");
        }
        Instant now = clock.instant();
        UUID taskId = answer == CustomerAnswer.ACCEPT ? null : openCall(notice, promise, answer, requestedAt, nth, now);
        replies.store(new CustomerReply(notice.id(), answer, requestedAt, now, nth, taskId));
        log.append(NewEvent.of(
                EventTypes.CUSTOMER_ANSWERED,
                notice.journeyId(),
                new CustomerAnswered(notice.id(), answer, requestedAt, now),
                ACTOR));
        return Outcome.TAKEN;
    }

    private static @Nullable Promise firstOpen(Notice notice, List<Promise> all) {
        var open = all.stream().filter(Promise::isOpen).collect(Collectors.toMap(Promise::id, Function.identity()));
        return notice.newDates().stream()
                .map(DateChange::promiseId)
                .filter(open::containsKey)
                .map(open::get)
                .findFirst()
                .orElse(null);
    }

    private @Nullable UUID openCall(
            Notice notice,
            Promise promise,
            CustomerAnswer answer,
            @Nullable Instant requestedAt,
            int nth,
            Instant now) {
        ShopTerms shop = terms.get();
        String request = requestedAt == null
                ? "named no time"
                : "requests " + REQUESTED_TIME.format(requestedAt.atZone(shop.zone()));
        String wants = answer == CustomerAnswer.CANCEL
                ? "wants to cancel. Call, and see what can be saved"
                : "asks for another time and " + request + ". Call and agree";
        // Another time is obsolete once the promise is kept; a cancellation is called all the same.
        boolean aboutPromise = answer != CustomerAnswer.CANCEL;
        return desks.open(
                        notice.journeyId(),
                        promise.desk(),
                        DeskTaskKind.CALL_CUSTOMER,
                        aboutPromise ? promise.id() : null,
                        aboutPromise ? promise.revision() : 0,
                        "Answer " + nth + " to message " + notice.number() + ": the customer " + wants,
                        shop.calendar(promise.desk()).plus(now, TIME_TO_CALL))
                .orElse(null);
    }
}
