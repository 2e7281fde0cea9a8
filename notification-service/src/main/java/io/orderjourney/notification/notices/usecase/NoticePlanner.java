package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.erasures.ErasureOfCustomer;
import io.orderjourney.contracts.state.ReplyText;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects news for customers into as few messages as possible; sending comes later. Joins the running transaction. */
@ApplicationScoped
public class NoticePlanner {

    private final Notices notices;
    private final Journeys journeys;
    private final Contacts contacts;
    private final CustomerQuietHours quietHours;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    NoticePlanner(
            Notices notices,
            Journeys journeys,
            Contacts contacts,
            CustomerQuietHours quietHours,
            CurrentTerms terms,
            BusinessClock clock) {
        this.notices = notices;
        this.journeys = journeys;
        this.contacts = contacts;
        this.quietHours = quietHours;
        this.terms = terms;
        this.clock = clock;
    }

    /** News for the customers of these journeys, whose open messages the caller holds; it is written at the end. */
    public NewsBatch batch(Collection<UUID> journeyIds) {
        return new NewsBatch(notices, journeys, contacts, journeyIds, terms.get(), clock.instant());
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

    /** Plans an apology as a message of its own, with what the shop adds to it. */
    public Notice apologise(UUID journeyId, String text) {
        Instant sendAfter = sendAfter(journeyId, NoticeSubject.APOLOGY, null);
        Notice notice = notices.start(journeyId, clock.instant(), sendAfter, text);
        notices.add(notice, NoticeSubject.APOLOGY, null);
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

    private Instant sendAfter(UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant notifyBefore) {
        return SendTimePolicy.sendAfter(
                clock.instant(), subject, notifyBefore, terms.get(), quietHours.zoneOf(journeyId));
    }
}
