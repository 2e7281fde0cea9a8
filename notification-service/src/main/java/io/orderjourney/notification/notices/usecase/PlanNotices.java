package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.notification.contacts.Contacts;
import io.orderjourney.notification.notices.Announcements;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.notification.watch.WatchedJourneys;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what a customer must hear into as few messages as possible. Joins the running transaction. */
@ApplicationScoped
public class PlanNotices implements Announcements {

    private final Notices notices;
    private final WatchedJourneys journeys;
    private final Contacts contacts;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    PlanNotices(Notices notices, WatchedJourneys journeys, Contacts contacts, CurrentTerms terms, BusinessClock clock) {
        this.notices = notices;
        this.journeys = journeys;
        this.contacts = contacts;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void announce(DateChange change) {
        Notice notice = growing(change.journeyId(), null, change.believedAnchorAt());
        notices.add(notice, change);
    }

    /** News for the customer; several pieces within the merge window become one message. */
    public void tell(UUID journeyId, NoticeSubject subject, @Nullable Integer readiness) {
        Notice notice = growing(journeyId, subject, null);
        notices.add(notice, subject, readiness);
        if (subject == NoticeSubject.READINESS_WITHDRAWN) {
            // "Come" and "do not come" in one message would be nonsense.
            notices.remove(notice, NoticeSubject.READY_FOR_PICKUP);
        }
    }

    /** A person gives the word that was promised; it goes out as a message of its own. */
    public Notice say(UUID journeyId, String text) {
        Instant now = clock.instant();
        Instant sendAfter = sendAfter(journeyId, NoticeSubject.NEXT_WORD, null, now);
        Notice notice = notices.start(journeyId, now, sendAfter, null, text);
        notices.add(notice, NoticeSubject.NEXT_WORD, null);
        return notice;
    }

    private Notice growing(UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant believedAnchorAt) {
        Instant now = clock.instant();
        Instant sendAfter = sendAfter(journeyId, subject, believedAnchorAt, now);
        Notice notice = notices.growing(journeyId).orElse(null);
        if (notice == null) {
            return notices.start(journeyId, now, sendAfter, null, null);
        }
        if (sendAfter.isBefore(notice.sendAfter())) {
            notices.sendAfter(notice, sendAfter);
        }
        return notice;
    }

    private Instant sendAfter(
            UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant believedAnchorAt, Instant now) {
        ZoneId zone = journeys.find(journeyId)
                .flatMap(journey -> contacts.find(journey.customerId()))
                .map(CustomerContact::timeZone)
                .map(ZoneId::of)
                .orElse(terms.get().zone());
        return SendTimePolicy.sendAfter(now, subject, believedAnchorAt, terms.get(), zone);
    }
}
