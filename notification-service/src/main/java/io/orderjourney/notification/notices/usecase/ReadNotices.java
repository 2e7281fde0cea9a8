package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.notices.Deliveries;
import io.orderjourney.notification.notices.Delivery;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Reads the messages of a journey. */
@ApplicationScoped
public class ReadNotices {

    private final Notices notices;
    private final Deliveries deliveries;

    ReadNotices(Notices notices, Deliveries deliveries) {
        this.notices = notices;
        this.deliveries = deliveries;
    }

    /** A message with its deliveries. */
    public record Sent(Notice notice, List<Delivery> deliveries) {}

    @Transactional
    public List<Sent> of(UUID journeyId) {
        return notices.of(journeyId).stream()
                .map(notice -> new Sent(notice, deliveries.of(notice.id())))
                .toList();
    }
}
