package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.desktasks.CallsMade;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** A message that a person told on the phone is in the customer's hand like one that a channel took. */
@ApplicationScoped
class RecordCall implements CallsMade {

    private final Notices notices;
    private final Deliveries deliveries;
    private final TrueNotices trueNotices;
    private final CustomerHeard heard;

    RecordCall(Notices notices, Deliveries deliveries, TrueNotices trueNotices, CustomerHeard heard) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.trueNotices = trueNotices;
        this.heard = heard;
    }

    @Override
    public void told(UUID noticeId, String by, Instant at) {
        Notice notice = trueNotices.whatIsTrue(notices.find(noticeId).orElseThrow());
        deliveries.toldByPhone(noticeId, "told by " + by, at);
        if (!notice.parts().isEmpty()) {
            heard.by(Channel.CALL, notice, at, at);
        }
    }
}
