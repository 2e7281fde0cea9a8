package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notice.NoticeState;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects news for customers into as few messages as possible; sending comes later. Joins the running transaction. */
@ApplicationScoped
public class NoticePlanner {

    private final Notices notices;
    private final Journeys journeys;
    private final CustomerQuietHours quietHours;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    NoticePlanner(
            Notices notices,
            Journeys journeys,
            CustomerQuietHours quietHours,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.journeys = journeys;
        this.quietHours = quietHours;
        this.terms = terms;
        this.clock = clock;
    }

    /** Plans one message for this change, or adds it to one of the same customer that has not left yet. */
    public void announce(DateChange change) {
        DateChange onItsWay = notices.lastLeft(change.promiseId()).orElse(null);
        Optional<DateChange> news = change.news(onItsWay);
        news.ifPresentOrElse(this::plan, () -> takeBack(change));
    }

    private void plan(DateChange change) {
        Instant sendAfter = sendAfter(change.journeyId(), null, change.notifyBefore());
        // A desk that puts an answer off says why, and by when, in one message.
        Notice notice = notices.openReply(change.journeyId()).orElseGet(() -> openBatch(change.journeyId(), sendAfter));
        notices.remove(notice, change.promiseId());
        notices.add(notice, change);
    }

    /** The promise came back to the date that the customer was last told: what has not left is not announced. */
    private void takeBack(DateChange change) {
        Notice notice = notices.openBatch(change.journeyId())
                .filter(unsent -> unsent.newDateOf(change.promiseId()).isPresent())
                .orElse(null);
        if (notice == null) {
            return;
        }
        notices.remove(notice, change.promiseId());
        if (notice.parts().size() == 1) {
            notices.dropped(notice, "the promise came back to the date that the customer was told");
        }
    }

    /** Plans news; several pieces within the merge window become one message. */
    public void tell(UUID journeyId, NoticeSubject subject) {
        notices.add(openBatch(journeyId, sendAfter(journeyId, subject, null)), subject, null);
    }

    /**
     * Whether the customer cannot know the date of this promise yet: the message that will be the first to name it has not
     * left. What is promised with the order itself, they read in the shop.
     */
    public boolean isUntold(Promise promise) {
        boolean withTheOrder = journeys.find(promise.journeyId())
                .map(journey -> !promise.madeAt().isAfter(journey.openedAt()))
                .orElse(true);
        return !withTheOrder
                && notices.openBatch(promise.journeyId())
                        .filter(notice -> !notice.subjects().isEmpty())
                        .isPresent()
                && notices.of(promise.journeyId()).stream()
                        .noneMatch(notice -> notice.state() == NoticeState.LEFT
                                && !notice.sendAfter().isBefore(promise.madeAt()));
    }

    /** Plans news that must be there before this time. */
    public void tellBefore(UUID journeyId, NoticeSubject subject, Instant before) {
        notices.add(openBatch(journeyId, sendAfter(journeyId, subject, before)), subject, null);
    }

    /** Whether news of this kind, planned at this time or later, left for the customer. */
    public boolean hasLeft(UUID journeyId, NoticeSubject subject, Instant since) {
        return notices.of(journeyId).stream()
                .anyMatch(notice -> notice.state() == NoticeState.LEFT
                        && notice.tells(subject)
                        && notice.freeText() == null
                        && !notice.sendAfter().isBefore(since));
    }

    /** Every gate is open. */
    public void ready(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, true);
        Notice notice = openBatch(journeyId, sendAfter(journeyId, NoticeSubject.READY_FOR_PICKUP, null));
        notices.remove(notice, NoticeSubject.READINESS_WITHDRAWN);
        notices.add(notice, NoticeSubject.READY_FOR_PICKUP, readiness);
    }

    /** The goods are not there after all: that they arrived is not told any more. */
    public void goodsMissing(UUID journeyId) {
        notices.openBatch(journeyId)
                .filter(notice -> notice.tells(NoticeSubject.STOCK_ARRIVED))
                .ifPresent(notice -> notices.remove(notice, NoticeSubject.STOCK_ARRIVED));
    }

    /** A gate closed again. A customer who was told to come is stopped at once. */
    public void readinessWithdrawn(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, false);
        Optional<Notice> unsent =
                notices.openBatch(journeyId).filter(notice -> notice.tells(NoticeSubject.READY_FOR_PICKUP));
        unsent.ifPresent(notice -> notices.remove(notice, NoticeSubject.READY_FOR_PICKUP));
        // Of several changes before a message leaves only the last counts, against what the customer was told before.
        if (unsent.isEmpty() || notices.wasInvited(journeyId)) {
            tell(journeyId, NoticeSubject.READINESS_WITHDRAWN);
        }
    }

    /**
     * Plans a text of staff as a message of its own.
     *
     * @param before the customer must have it by then
     */
    public Notice send(UUID journeyId, String text, Instant before) {
        Instant now = clock.instant();
        Instant sendAfter = sendAfter(journeyId, NoticeSubject.NEXT_UPDATE, before);
        Notice notice = notices.start(journeyId, now, sendAfter, text);
        notices.add(notice, NoticeSubject.NEXT_UPDATE, null);
        return notice;
    }

    /**
     * Plans what a desk wrote to a customer who had asked, once: with the new date of the answer, if it puts that off. The text
     * and the news of the date travel on two topics that do not wait for each other.
     */
    public void reply(ReplyText reply) {
        Instant now = clock.instant();
        UUID journeyId = reply.journeyId();
        notices.startReply(reply.replyId(), journeyId, now, sendAfter(journeyId, reply.subject(), null), reply.text())
                .ifPresent(notice -> {
                    notices.add(notice, reply.subject(), null);
                    if (reply.subject() == NoticeSubject.INQUIRY_UPDATE) {
                        notices.openBatch(journeyId).ifPresent(batch -> takeDates(batch, notice));
                    }
                });
    }

    private void takeDates(Notice from, Notice to) {
        from.newDates().forEach(change -> {
            notices.remove(from, change.promiseId());
            notices.add(to, change);
        });
        if (from.subjects().isEmpty()) {
            notices.dropped(from, "its dates are told with the reply");
        }
    }

    /** The reply, and with it what was written in it, is erased. */
    public void replyErased(UUID replyId) {
        notices.eraseReply(replyId);
    }

    /** Joins the transaction of the erasure. */
    void onCustomerErased(@Observes ErasureOfCustomer erased) {
        notices.eraseAllOf(erased.customerId(), "the customer was erased");
    }

    private Notice openBatch(UUID journeyId, Instant sendAfter) {
        Notice notice = notices.openBatch(journeyId).orElse(null);
        if (notice == null) {
            return notices.start(journeyId, clock.instant(), sendAfter, null);
        }
        if (sendAfter.isBefore(notice.sendAfter())) {
            notices.sendAfter(notice, sendAfter);
        }
        return notice;
    }

    private Instant sendAfter(UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant notifyBefore) {
        return SendTimePolicy.sendAfter(
                clock.instant(), subject, notifyBefore, terms.get(), quietHours.zoneOf(journeyId));
    }
}
