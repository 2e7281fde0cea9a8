package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** Who wishes to cancel is not asked to come or to act until that is settled. Joins the running transaction. */
@ApplicationScoped
class Invitations {

    /** What is held back is looked at again after so long. */
    static final Duration HELD_FOR = Duration.ofMinutes(5);

    private final Notices notices;

    Invitations(Notices notices) {
        this.notices = notices;
    }

    /** Puts the invitations of a message off; everything else in it leaves without them. */
    void holdBack(Notice notice, Instant now) {
        Instant until = now.plus(HELD_FOR);
        if (notice.invitations().size() == notice.parts().size()) {
            notices.sendAfter(notice, until);
            return;
        }
        Notice later = notices.start(notice.journeyId(), now, until, null);
        for (NoticeSubject invitation : notice.invitations()) {
            notices.remove(notice, invitation);
            boolean ready = invitation == NoticeSubject.READY_FOR_PICKUP;
            notices.add(later, invitation, ready ? notice.readiness() : null);
        }
        notices.sendAfter(notice, now);
    }
}
