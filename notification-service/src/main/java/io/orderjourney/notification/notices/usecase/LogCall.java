package io.orderjourney.notification.notices.usecase;

import io.orderjourney.contracts.Channel;
import io.orderjourney.notification.desktasks.usecase.DeskTaskHandler.CallOutcomes;
import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A message that a person told on the phone is delivered, like one that a channel accepted. */
@ApplicationScoped
class LogCall implements CallOutcomes {

    private final Notices notices;
    private final Deliveries deliveries;
    private final NoticeValidator validator;
    private final CustomerNotified notified;

    LogCall(Notices notices, Deliveries deliveries, NoticeValidator validator, CustomerNotified notified) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.validator = validator;
        this.notified = notified;
    }

    @Override
    public void delivered(UUID noticeId, String by, Instant at) {
        Notice planned = notices.find(noticeId).orElseThrow();
        NoticeFacts facts = validator.facts(List.of(planned));
        Notice notice = facts.stillValid(planned);
        deliveries.recordCall(noticeId, "told by " + by, at);
        if (!notice.parts().isEmpty()) {
            notified.told(List.of(new CustomerNotified.Told(Channel.CALL, notice, at, at)), facts);
        }
    }
}
