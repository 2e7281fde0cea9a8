package io.orderjourney.credit.papers.usecase;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.usecase.Recipients;
import io.orderjourney.credit.applications.usecase.StoreDecision;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.time.BusinessClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The papers should be here and are not. The bank's estimate no longer counts; if the papers had been checked in, they are
 * promised again.
 */
@ApplicationScoped
public class SearchPapersHandler {

    private final StoreDecision decisions;
    private final PaperTrails trails;
    private final PromiseDesk desk;
    private final BusinessClock clock;

    SearchPapersHandler(StoreDecision decisions, PaperTrails trails, PromiseDesk desk, BusinessClock clock) {
        this.decisions = decisions;
        this.trails = trails;
        this.desk = desk;
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
        Application missing = decisions.store(application.papersMissing(actor, lastSeen, now), actor);
        trails.change(trails.of(application.id()).searched(lastSeen, now));
        Optional<Promise> open = desk.open(application.journeyId(), PromiseKind.BANK_PAPERS);
        if (open.isPresent()) {
            desk.estimate(open.get().id(), null, ReasonCode.PAPERS_MISSING, actor);
        } else {
            desk.makeEarliest(Recipients.of(missing), PromiseKind.BANK_PAPERS, actor);
        }
        return missing;
    }
}
