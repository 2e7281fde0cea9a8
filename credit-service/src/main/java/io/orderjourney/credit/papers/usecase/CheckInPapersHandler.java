package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Somebody holds the bank's papers at the pickup point: from here on they are there. */
@ApplicationScoped
public class CheckInPapersHandler {

    private final StoreDecision decisions;
    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    CheckInPapersHandler(StoreDecision decisions, PaperTrails trails, PromiseDesk desk, BusinessClock clock) {
        this.decisions = decisions;
        this.trails = trails;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param application locked for change in this transaction */
    @Transactional
    public Application handle(Application application, String actor) {
        Instant now = clock.instant();
        Application checkedIn = decisions.store(application.papersCheckedIn(actor, now), actor);
        trails.change(trails.of(application.id()).checkedIn(now));
        desk.keepOpen(application.journeyId(), PromiseKind.BANK_PAPERS, "papers checked in by " + actor, actor);
        return checkedIn;
    }
}
