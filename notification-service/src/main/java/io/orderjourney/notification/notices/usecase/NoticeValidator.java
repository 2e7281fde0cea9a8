package io.orderjourney.notification.notices.usecase;

import io.orderjourney.notification.ledger.Journeys;
import io.orderjourney.notification.ledger.PromisedDates;
import io.orderjourney.notification.notices.DateChange;
import io.orderjourney.notification.notices.Notice;
import io.orderjourney.notification.notices.Notices;
import io.orderjourney.notification.sources.SourceFreshness;
import io.orderjourney.notification.sources.usecase.CheckSources;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** What of a message is still valid; asked when it leaves and again right before each attempt. */
@ApplicationScoped
class NoticeValidator {

    /** What waits for news is looked at again after so long. */
    static final Duration UNTIL_NEWS = Duration.ofMinutes(1);

    private final Notices notices;
    private final Promises promises;
    private final PromisedDates dates;
    private final Journeys journeys;
    private final NextUpdates nextUpdates;
    private final CheckSources sources;

    NoticeValidator(
            Notices notices,
            Promises promises,
            PromisedDates dates,
            Journeys journeys,
            NextUpdates nextUpdates,
            CheckSources sources) {
        this.notices = notices;
        this.promises = promises;
        this.dates = dates;
        this.journeys = journeys;
        this.nextUpdates = nextUpdates;
        this.sources = sources;
    }

    Notice stillValid(Notice notice) {
        OptionalInt ready = notices.readyNow(notice.journeyId());
        List<UUID> ids = notice.newDates().stream().map(DateChange::promiseId).toList();
        Map<UUID, Integer> announced = dates.announced(ids);
        return notice.stillValid(
                ready.isPresent() ? ready.getAsInt() : null,
                nextUpdates.isOwed(notice.journeyId()),
                promises.of(notice.journeyId()).stream().anyMatch(promise -> promise.isOpen() && promise.isWaiting()),
                journeys.find(notice.journeyId())
                        .map(journey -> !journey.isOpen())
                        .orElse(false),
                change -> binds(change) && isLatest(change, announced.getOrDefault(change.promiseId(), 0)));
    }

    /** Whether too little is known just now of a service that may have changed what it says; the trip guard never waits. */
    boolean mustWaitForNews(Notice notice) {
        if (!notice.restsOnNews()) {
            return false;
        }
        SourceFreshness news = sources.now();
        return !news.isAllFresh()
                && promises.of(notice.journeyId()).stream()
                        .anyMatch(promise -> promise.isOpen() && !news.isFresh(promise.owner()));
    }

    private boolean binds(DateChange change) {
        return promises.find(change.promiseId())
                .map(promise -> promise.isOpen() && !promise.isWaiting() && isDateOf(promise, change))
                .orElse(false);
    }

    /** The customer's own word may have replaced the date of this very revision. */
    private static boolean isDateOf(Promise promise, DateChange change) {
        return promise.revision() != change.revision() || promise.dueAt().equals(change.dueAt());
    }

    /** A message that waited for its channel must not bring an older date after a newer one. */
    private static boolean isLatest(DateChange change, int announcedRevision) {
        return change.revision() >= announcedRevision;
    }
}
