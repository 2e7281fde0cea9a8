package io.orderjourney.credit.papers.rest;

import static io.orderjourney.credit.applications.rest.ApplicationResponses.timeOrNull;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.rest.ApplicationDetails;
import io.orderjourney.credit.applications.rest.ApplicationView.PapersView;
import io.orderjourney.credit.papers.PaperTrail;
import io.orderjourney.credit.papers.PaperTrails;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;

/** Where the bank's papers are, as part of an application. */
@ApplicationScoped
class PapersDetails implements ApplicationDetails {

    private final PaperTrails trails;

    PapersDetails(PaperTrails trails) {
        this.trails = trails;
    }

    @Override
    public Optional<PapersView> papers(Application application, ZoneId zone) {
        return application.signedAt() == null ? Optional.empty() : Optional.of(view(trails.of(application.id()), zone));
    }

    private static PapersView view(PaperTrail trail, ZoneId zone) {
        return new PapersView(
                trail.status(),
                timeOrNull(trail.expectedAt(), zone),
                timeOrNull(trail.announcedAt(), zone),
                timeOrNull(trail.searchStartedAt(), zone),
                trail.lastSeen(),
                timeOrNull(trail.checkedInAt(), zone));
    }
}
