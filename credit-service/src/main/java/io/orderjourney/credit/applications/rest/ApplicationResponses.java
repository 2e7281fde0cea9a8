package io.orderjourney.credit.applications.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.CreditDecision;
import io.orderjourney.credit.applications.rest.ApplicationView.ClosureView;
import io.orderjourney.credit.applications.rest.ApplicationView.DecisionView;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.rest.conditional.Versions;
import io.orderjourney.rest.idempotency.ResponseAbout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One response with everything that any feature knows of an application. */
@ApplicationScoped
public class ApplicationResponses {

    private final Instance<ApplicationDetails> details;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final ResponseAbout about;
    private final String bank;

    ApplicationResponses(
            @Any Instance<ApplicationDetails> details,
            Promises promises,
            PromiseDesk desk,
            CurrentTerms terms,
            ResponseAbout about,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.details = details;
        this.promises = promises;
        this.desk = desk;
        this.terms = terms;
        this.about = about;
        this.bank = bank;
    }

    /** 200 with the application as it is in the running transaction, and its version. */
    public RestResponse<ApplicationView> ok(Application application) {
        about.customer(application.customerId());
        return RestResponse.ResponseBuilder.ok(view(application))
                .header(HttpHeaders.ETAG, Versions.etag(application.version()))
                .build();
    }

    /** A time in the shop's zone. */
    public static @Nullable OffsetDateTime timeOrNull(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : time(at, zone);
    }

    /** A time in the shop's zone. */
    public static OffsetDateTime time(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }

    ZoneId zone() {
        return terms.get().zone();
    }

    private ApplicationView view(Application application) {
        ZoneId zone = zone();
        return new ApplicationView(
                application.id(),
                application.journeyId(),
                application.orderNumber(),
                application.customerId(),
                application.pickupPoint(),
                application.amount(),
                application.state(),
                time(application.openedAt(), zone),
                timeOrNull(application.submittedAt(), zone),
                bank,
                application.bankReference(),
                details.stream()
                        .flatMap(part -> part.bankRequests(application, zone).stream())
                        .toList(),
                decision(application.decision(), zone),
                details.stream()
                        .flatMap(part -> part.appointment(application, zone).stream())
                        .findFirst()
                        .orElse(null),
                application.signedBy(),
                timeOrNull(application.signedAt(), zone),
                details.stream()
                        .flatMap(part -> part.papers(application, zone).stream())
                        .findFirst()
                        .orElse(null),
                closed(application.closure(), zone),
                promises.of(application.journeyId()).stream()
                        .filter(desk::isOurs)
                        .map(promise -> PromiseView.of(promise, zone))
                        .toList());
    }

    private static @Nullable ClosureView closed(Application.@Nullable Closure closure, ZoneId zone) {
        return closure == null ? null : new ClosureView(closure.end(), time(closure.at(), zone));
    }

    private static @Nullable DecisionView decision(@Nullable CreditDecision decision, ZoneId zone) {
        return decision == null
                ? null
                : new DecisionView(decision.outcome(), decision.approvedAmount(), time(decision.decidedAt(), zone));
    }
}
