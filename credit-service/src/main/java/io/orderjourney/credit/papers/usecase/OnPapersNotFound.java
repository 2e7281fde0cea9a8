package io.orderjourney.credit.papers.usecase;

import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.Applications;
import io.orderjourney.credit.papers.PaperTrails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** The counter does not find papers that were checked in. To search for them is credit's task, and it has a due time. */
@ApplicationScoped
public class OnPapersNotFound {

    private final Applications applications;
    private final PaperTrails trails;
    private final SearchPapersHandler search;

    OnPapersNotFound(Applications applications, PaperTrails trails, SearchPapersHandler search) {
        this.applications = applications;
        this.trails = trails;
        this.search = search;
    }

    /**
     * Starts a search; a finding from before the papers were checked in, or while they are searched for, changes nothing.
     *
     * @param foundAt when the counter looked
     */
    @Transactional
    public void notFound(UUID journeyId, Instant foundAt, String reportedBy) {
        applications
                .ofJourneyForChange(journeyId)
                .filter(application -> application.state() == ApplicationState.PAPERS_IN)
                .filter(application -> {
                    Instant checkedInAt = trails.of(application.id()).checkedInAt();
                    return checkedInAt == null || !checkedInAt.isAfter(foundAt);
                })
                .ifPresent(application -> {
                    var unused = search.handle(application, null, reportedBy);
                });
    }
}
