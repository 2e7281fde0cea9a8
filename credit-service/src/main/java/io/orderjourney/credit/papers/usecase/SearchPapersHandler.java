package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseBook;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The papers should be here and are not. What the bank had said about them is worth nothing any more; if they had been
 * checked in, they are promised anew.
 */
@ApplicationScoped
public class SearchPapersHandler {

    private final Applications applications;
    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final PromiseBook book;
    private final JourneyLog log;
    private final BusinessClock clock;

    SearchPapersHandler(
            Applications applications,
            PaperTrails trails,
            PromiseDesk desk,
            PromiseBook book,
            JourneyLog log,
            BusinessClock clock) {
        this.applications = applications;
        this.trails = trails;
        this.desk = desk;
        this.book = book;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Starts a search, or adds to one where they were seen last.
     *
     * @param application locked for change in this transaction
     */
    @Transactional
    public Application handle(Application application, @Nullable String lastSeen, String actor) {
        Instant now = clock.instant();
        Application missing = applications.change(application.papersMissing());
        trails.change(trails.of(application.id()).searched(lastSeen, now));
        log.append(NewEvent.of(
                EventTypes.BANK_PAPERS_SEARCH_STARTED,
                application.journeyId(),
                new BankPapersSearchStarted(application.id(), actor, lastSeen, now),
                actor));
        Optional<Promise> open = desk.open(application.journeyId(), PromiseKind.BANK_PAPERS);
        if (open.isPresent()) {
            book.estimate(open.get().id(), null, ReasonCode.PAPERS_MISSING, actor);
        } else {
            desk.earliest(missing, PromiseKind.BANK_PAPERS, actor);
        }
        return missing;
    }
}
