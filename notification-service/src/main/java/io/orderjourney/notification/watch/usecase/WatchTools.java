package io.orderjourney.notification.watch.usecase;

import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.notification.desktasks.DeskTasks;
import io.orderjourney.notification.notices.Announcements;
import io.orderjourney.notification.watch.Timers;
import io.orderjourney.notification.watch.WatchRecords;
import io.orderjourney.promises.usecase.PromiseBook;
import jakarta.enterprise.context.ApplicationScoped;

/** Where the watch carries out what it decides. */
@ApplicationScoped
class WatchTools {

    private final JourneyLog log;
    private final PromiseBook book;
    private final Timers timers;
    private final WatchRecords records;
    private final Announcements announcements;
    private final DeskTasks desks;

    WatchTools(
            JourneyLog log,
            PromiseBook book,
            Timers timers,
            WatchRecords records,
            Announcements announcements,
            DeskTasks desks) {
        this.log = log;
        this.book = book;
        this.timers = timers;
        this.records = records;
        this.announcements = announcements;
        this.desks = desks;
    }

    JourneyLog log() {
        return log;
    }

    PromiseBook book() {
        return book;
    }

    Timers timers() {
        return timers;
    }

    WatchRecords records() {
        return records;
    }

    Announcements announcements() {
        return announcements;
    }

    DeskTasks desks() {
        return desks;
    }
}
