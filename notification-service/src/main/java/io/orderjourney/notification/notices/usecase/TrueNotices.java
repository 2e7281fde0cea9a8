package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;

/** What of a message is still true; asked when it leaves and once more right before each attempt. */
@ApplicationScoped
class TrueNotices {

    private final Notices notices;
    private final Promises promises;

    TrueNotices(Notices notices, Promises promises) {
        this.notices = notices;
        this.promises = promises;
    }

    Notice whatIsTrue(Notice notice) {
        OptionalInt ready = notices.readyNow(notice.journeyId());
        return notice.whatIsTrue(
                ready.isPresent() ? ready.getAsInt() : null,
                id -> promises.find(id).map(Promise::isOpen).orElse(false));
    }
}
