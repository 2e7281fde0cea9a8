package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.NewEvent;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody holds the bank's papers at the pickup point: from here on they are there. */
@ApplicationScoped
public class CheckInPapersHandler {

    private final Applications applications;
    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final JourneyLog log;
    private final BusinessClock clock;

    CheckInPapersHandler(
            Applications applications, PaperTrails trails, PromiseDesk desk, JourneyLog log, BusinessClock clock) {
        this.applications = applications;
        this.trails = trails;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, String actor) {
        Instant now = clock.instant();
        Application checkedIn = applications.change(application.papersCheckedIn());
        trails.change(trails.of(application.id()).checkedIn(now));
        log.append(NewEvent.of(
                EventTypes.BANK_PAPERS_CHECKED_IN,
                application.journeyId(),
                new BankPapersCheckedIn(application.id(), actor, now),
                actor));
        desk.keep(application.journeyId(), PromiseKind.BANK_PAPERS, "papers checked in by " + actor, actor);
        return checkedIn;
    }
}
