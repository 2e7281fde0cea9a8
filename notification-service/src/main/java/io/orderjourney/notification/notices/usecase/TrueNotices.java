package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.watch.WatchRecord;
import io.orderjourney.notification.watch.WatchRecords;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of a message is still true; asked when it leaves and once more right before each attempt. */
@ApplicationScoped
class TrueNotices {

    private final Notices notices;
    private final Promises promises;
    private final WatchRecords watched;
    private final NextWords words;

    TrueNotices(Notices notices, Promises promises, WatchRecords watched, NextWords words) {
        this.notices = notices;
        this.promises = promises;
        this.watched = watched;
        this.words = words;
    }

    Notice whatIsTrue(Notice notice) {
        OptionalInt ready = notices.readyNow(notice.journeyId());
        List<UUID> ids = notice.newDates().stream().map(DateChange::promiseId).toList();
        Map<UUID, WatchRecord> records = watched.of(ids);
        return notice.whatIsTrue(
                ready.isPresent() ? ready.getAsInt() : null,
                words.isOwed(notice.journeyId()),
                change -> isOpen(change) && isTheLast(change, records.get(change.promiseId())));
    }

    private boolean isOpen(DateChange change) {
        return promises.find(change.promiseId()).map(Promise::isOpen).orElse(false);
    }

    /** A message that waited for its channel must not bring an older date after a newer one. */
    private static boolean isTheLast(DateChange change, @Nullable WatchRecord record) {
        return record == null || change.revision() >= record.spokenRevision();
    }
}
