package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.notices.Announcements;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.NoticeState;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.notices.SendTimePolicy;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what a customer must hear into as few messages as possible. Joins the running transaction. */
@ApplicationScoped
public class PlanNotices implements Announcements {

    private final Notices notices;
    private final CustomerNight night;
    private final CurrentTerms terms;
    private final BusinessClock clock;

    PlanNotices(Notices notices, CustomerNight night, CurrentTerms terms, BusinessClock clock) {
        this.notices = notices;
        this.night = night;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public void announce(DateChange change) {
        DateChange onItsWay = notices.lastLeft(change.promiseId()).orElse(null);
        Optional<DateChange> news = change.news(onItsWay);
        news.ifPresentOrElse(this::plan, () -> takeBack(change));
    }

    private void plan(DateChange change) {
        Notice notice = growing(change.journeyId(), sendAfter(change.journeyId(), null, change.hearBefore()));
        notices.remove(notice, change.promiseId());
        notices.add(notice, change);
    }

    /** The promise came back to the date that the customer has in hand: of what has not left, nobody needs to hear. */
    private void takeBack(DateChange change) {
        Notice notice = notices.growing(change.journeyId())
                .filter(unsent -> unsent.newDateOf(change.promiseId()).isPresent())
                .orElse(null);
        if (notice == null) {
            return;
        }
        notices.remove(notice, change.promiseId());
        if (notice.parts().size() == 1) {
            notices.dropped(notice, "the promise came back to the date that the customer believes in");
        }
    }

    @Override
    public void tell(UUID journeyId, NoticeSubject subject) {
        notices.add(growing(journeyId, sendAfter(journeyId, subject, null)), subject, null);
    }

    @Override
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
        Notice notice = growing(journeyId, sendAfter(journeyId, NoticeSubject.READY_FOR_PICKUP, null));
        notices.remove(notice, NoticeSubject.READINESS_WITHDRAWN);
        notices.add(notice, NoticeSubject.READY_FOR_PICKUP, readiness);
    }

    /** A gate closed again. Who has not been told to come need not be stopped; everybody else is, at once. */
    public void readinessWithdrawn(UUID journeyId, int readiness) {
        notices.readiness(journeyId, readiness, false);
        Optional<Notice> unsent =
                notices.growing(journeyId).filter(notice -> notice.tells(NoticeSubject.READY_FOR_PICKUP));
        unsent.ifPresent(notice -> notices.remove(notice, NoticeSubject.READY_FOR_PICKUP));
        // Of several changes between two looks the last counts, against what he was told before all of them.
        if (unsent.isEmpty() || notices.wasToldToCome(journeyId)) {
            tell(journeyId, NoticeSubject.READINESS_WITHDRAWN);
        }
    }

    /**
     * A person gives the word that was promised; it goes out as a message of its own.
     *
     * @param before the customer must have it by then
     */
    public Notice say(UUID journeyId, String text, Instant before) {
        Instant now = clock.instant();
        Instant sendAfter = sendAfter(journeyId, NoticeSubject.NEXT_UPDATE, before);
        Notice notice = notices.start(journeyId, now, sendAfter, text);
        notices.add(notice, NoticeSubject.NEXT_UPDATE, null);
        return notice;
    }

    private Notice growing(UUID journeyId, Instant sendAfter) {
        Notice notice = notices.growing(journeyId).orElse(null);
        if (notice == null) {
            return notices.start(journeyId, clock.instant(), sendAfter, null);
        }
        if (sendAfter.isBefore(notice.sendAfter())) {
            notices.sendAfter(notice, sendAfter);
        }
        return notice;
    }

    private Instant sendAfter(UUID journeyId, @Nullable NoticeSubject subject, @Nullable Instant hearBefore) {
        return SendTimePolicy.sendAfter(clock.instant(), subject, hearBefore, terms.get(), night.zoneOf(journeyId));
    }
}
