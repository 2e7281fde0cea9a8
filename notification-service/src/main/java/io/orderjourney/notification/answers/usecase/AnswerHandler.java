package io.orderjourney.notification.answers.usecase;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.DeskTaskKind;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.notices.CustomerAnswered;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.notification.answers.CustomerReplies;
import io.orderjourney.notification.answers.CustomerReply;
import io.orderjourney.notification.answers.PartsChoice;
import io.orderjourney.notification.answers.PossibleTimes;
import io.orderjourney.notification.desktasks.DeskTask;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler;
import io.orderjourney.notification.ledger.Journey;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDate;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.ShopTerms;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.promises.usecase.TermsOfJourney;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records a customer's answer: one for each message, a later one replaces an earlier one. A time that the shop can keep is
 * theirs at once; whatever needs a person becomes a call, by a time that the customer is told.
 */
@ApplicationScoped
public class AnswerHandler {

    private static final String ACTOR = "customer";
    private static final DateTimeFormatter REQUESTED_TIME =
            DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);

    private final Notices notices;
    private final Journeys journeys;
    private final Promises promises;
    private final PromisedDates dates;
    private final PromiseBook book;
    private final PromiseDesk promiseDesk;
    private final CustomerReplies replies;
    private final DeskTasks tasks;
    private final DeskTaskHandler desks;
    private final JourneyLog log;
    private final CurrentTerms terms;
    private final TermsOfJourney ofJourney;
    private final BusinessClock clock;

    AnswerHandler(
            Notices notices,
            Journeys journeys,
            Promises promises,
            PromisedDates dates,
            PromiseBook book,
            PromiseDesk promiseDesk,
            CustomerReplies replies,
            DeskTasks tasks,
            DeskTaskHandler desks,
            JourneyLog log,
            CurrentTerms terms,
            TermsOfJourney ofJourney,
            BusinessClock clock) {
        this.notices = notices;
        this.journeys = journeys;
        this.promises = promises;
        this.dates = dates;
        this.book = book;
        this.promiseDesk = promiseDesk;
        this.replies = replies;
        this.tasks = tasks;
        this.desks = desks;
        this.log = log;
        this.terms = terms;
        this.ofJourney = ofJourney;
        this.clock = clock;
    }

    /** The outcome of an answer. */
    public enum Outcome {
        /** Recorded; also if the same was said before. */
        TAKEN,
        /** There is nothing to answer any more: nothing changed. */
        OVER,
        /** The customer answered too often: nothing changed. */
        TOO_MANY
    }

    /**
     * What a customer answers.
     *
     * @param promiseId what they would like at another time; absent for what the message is about
     * @param requestedAt the time they would like, with ANOTHER_TIME; absent if they named none
     */
    public record Answer(
            CustomerAnswer answer,
            @Nullable UUID promiseId,
            @Nullable Instant requestedAt) {}

    /** Records an answer to the message with this number; empty if there is no such message. */
    @Transactional
    public Optional<Outcome> answer(long number, Answer answer) {
        return notices.numbered(number).map(notice -> record(notice, answer));
    }

    private Outcome record(Notice notice, Answer given) {
        // The promises of a journey are its lock: two answers at once are one after the other.
        List<Promise> all = promises.ofForChange(List.of(notice.journeyId()));
        boolean open = journeys.find(notice.journeyId()).filter(Journey::isOpen).isPresent();
        Promise about = about(notice, given.promiseId(), all);
        if (!open || (about == null && given.answer() == CustomerAnswer.ACCEPT)) {
            return Outcome.OVER;
        }
        if (isAboutParts(given.answer()) && !canBeChosen(notice.journeyId(), given.answer())) {
            return Outcome.OVER;
        }
        CustomerReply last = replies.last(notice.journeyId()).orElse(null);
        // Who asks for a code again wants a new one: the one before was tried too often, or told to the wrong person.
        boolean again = given.answer() == CustomerAnswer.SOMEBODY_ELSE;
        if (!again && last != null && last.says(given.answer(), given.requestedAt()) && stands(last)) {
            return Outcome.TAKEN;
        }
        CustomerReply before = replies.find(notice.id()).orElse(null);
        int nth = before == null ? 1 : before.answers() + 1;
        if (nth > CustomerReply.ANSWERS_MAX) {
            return Outcome.TOO_MANY;
        }
        if (last != null && last.taskId() != null) {
            desks.closeObsolete(last.taskId(), "obsolete: the customer gave another answer");
        }
        Instant now = clock.instant();
        UUID taskId = act(notice, about, all, given, nth, now);
        replies.store(new CustomerReply(notice.id(), given.answer(), given.requestedAt(), now, nth, taskId));
        journeys.cancelling(notice.journeyId(), given.answer() == CustomerAnswer.CANCEL ? taskId : null);
        log.append(NewEvent.of(
                EventTypes.CUSTOMER_ANSWERED,
                notice.journeyId(),
                new CustomerAnswered(notice.id(), given.answer(), given.requestedAt(), now),
                ACTOR));
        return Outcome.TAKEN;
    }

    private static boolean isAboutParts(CustomerAnswer answer) {
        return answer == CustomerAnswer.IN_PARTS || answer == CustomerAnswer.TOGETHER;
    }

    /** The page may be old: who has nothing to choose any more is told how it stands. */
    private boolean canBeChosen(UUID journeyId, CustomerAnswer answer) {
        boolean ready = notices.readyNow(journeyId).isPresent();
        return journeys.parts(journeyId)
                .flatMap(parts -> PartsChoice.of(parts, ready))
                .filter(choice -> choice.answer() == answer)
                .isPresent();
    }

    /** Whether what was answered still holds: who asks for a call after they were called wants another one. */
    private boolean stands(CustomerReply reply) {
        UUID taskId = reply.taskId();
        return taskId == null || tasks.find(taskId).filter(DeskTask::isOpen).isPresent();
    }

    /** What the customer names, or the first open promise that the message is about. */
    private static @Nullable Promise about(Notice notice, @Nullable UUID named, List<Promise> all) {
        return all.stream()
                .filter(Promise::isOpen)
                .filter(promise -> named == null
                        ? notice.newDateOf(promise.id()).isPresent()
                        : promise.id().equals(named))
                .min(Comparator.comparing(Promise::anchorAt))
                .orElse(null);
    }

    /** @return what a desk is asked to do about it; null if nothing is left to do */
    private @Nullable UUID act(
            Notice notice, @Nullable Promise about, List<Promise> all, Answer given, int nth, Instant now) {
        if (given.answer() == CustomerAnswer.ACCEPT
                || isAboutParts(given.answer())
                || given.answer() == CustomerAnswer.SOMEBODY_ELSE
                || movesAtOnce(about, all, given, now)) {
            return null;
        }
        ShopTerms shop = terms.get();
        Desk desk = desk(notice, about, all, given.answer());
        // A call about a time is obsolete once the promise is kept; a cancellation is confirmed all the same.
        Promise tied = given.answer() == CustomerAnswer.ANOTHER_TIME ? about : null;
        return desks.open(
                        notice.journeyId(),
                        desk,
                        DeskTaskKind.CALL_CUSTOMER,
                        tied == null ? null : tied.id(),
                        tied == null ? 0 : tied.revision(),
                        "Answer " + nth + " to message " + notice.number() + ": the customer " + wants(given, shop),
                        CallBack.dueAt(shop, desk, now))
                .orElse(null);
    }

    /** Where nobody else's diary is concerned, the customer has the time that they chose. */
    private boolean movesAtOnce(@Nullable Promise about, List<Promise> all, Answer given, Instant now) {
        Instant requestedAt = given.requestedAt();
        if (about == null || requestedAt == null || !PossibleTimes.canBeChosen(about)) {
            return false;
        }
        ShopTerms shop = ofJourney.of(about);
        PossibleTimes times =
                new PossibleTimes(about, JourneyForecast.of(all, shop, now), promiseDesk.load(about.desk()), shop, now);
        GrantedDate date = times.isAgreedAtOnce() ? times.at(requestedAt).orElse(null) : null;
        if (date == null) {
            return false;
        }
        Promise moved = book.reschedule(about.id(), date, ReasonCode.CUSTOMER_ASKED, null, DecidedBy.CUSTOMER, ACTOR);
        dates.record(new PromisedDate(
                moved.id(),
                moved.revision(),
                moved.journeyId(),
                moved.dueAt(),
                moved.windowStartAt(),
                ReasonCode.CUSTOMER_ASKED,
                ACTOR,
                false,
                now,
                now,
                null));
        dates.delivered(moved.id(), moved.revision(), now);
        return true;
    }

    private static Desk desk(Notice notice, @Nullable Promise about, List<Promise> all, CustomerAnswer answer) {
        List<Promise> open = about == null
                ? all.stream()
                        .filter(Promise::isOpen)
                        .sorted(Comparator.comparing(Promise::anchorAt))
                        .toList()
                : List.of(about);
        Desk desk = CallBack.deskOf(notice, open);
        // Who sold it, or who speaks for the shop: not the counter.
        return answer == CustomerAnswer.CANCEL && desk != Desk.SALES ? Desk.CUSTOMER_CARE : desk;
    }

    private static String wants(Answer given, ShopTerms shop) {
        Instant requestedAt = given.requestedAt();
        return switch (given.answer()) {
            case CANCEL -> "cancels. The order ends by itself; if it cannot, call and settle it";
            case CALL_ME -> "asks for a call";
            case ANOTHER_TIME, ACCEPT, IN_PARTS, TOGETHER, SOMEBODY_ELSE ->
                "asks for another time and "
                        + (requestedAt == null
                                ? "named no time"
                                : "requests " + REQUESTED_TIME.format(requestedAt.atZone(shop.zone())))
                        + ". Call and agree";
        };
    }
}
