package io.orderjourney.credit.desk.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.CreditDecision;
import io.orderjourney.credit.applications.usecase.PromiseDesk;
import io.orderjourney.credit.appointments.Appointments;
import io.orderjourney.credit.bank.BankRequest;
import io.orderjourney.credit.bank.BankRequests;
import io.orderjourney.credit.desk.rest.ApplicationView.AppointmentView;
import io.orderjourney.credit.desk.rest.ApplicationView.DecisionView;
import io.orderjourney.credit.desk.rest.ApplicationView.PapersView;
import io.orderjourney.credit.desk.rest.ApplicationView.BankRequestView;
import io.orderjourney.credit.papers.PaperTrail;
import io.orderjourney.credit.papers.PaperTrails;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.promises.rest.PromiseView;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.conditional.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Puts together what every feature knows of an application. */
@ApplicationScoped
class ApplicationAnswers {

    private final BankRequests requests;
    private final Appointments appointments;
    private final PaperTrails trails;
    private final Promises promises;
    private final PromiseDesk desk;
    private final CurrentTerms terms;
    private final String bank;

    ApplicationAnswers(
            BankRequests requests,
            Appointments appointments,
            PaperTrails trails,
            Promises promises,
            PromiseDesk desk,
            CurrentTerms terms,
            @ConfigProperty(name = "journey.partners.bank.name") String bank) {
        this.requests = requests;
        this.appointments = appointments;
        this.trails = trails;
        this.promises = promises;
        this.desk = desk;
        this.terms = terms;
        this.bank = bank;
    }

    /** 200 with the application as it is in the running transaction, and its version. */
    RestResponse<ApplicationView> ok(Application application) {
        return RestResponse.ResponseBuilder.ok(view(application))
                .header(HttpHeaders.ETAG, Versions.etag(application.version()))
                .build();
    }

    ZoneId zone() {
        return terms.get().zone();
    }

    private ApplicationView view(Application application) {
        return new ApplicationView(
                application.id(),
                application.journeyId(),
                application.orderNumber(),
                application.customerId(),
                application.pickupPoint(),
                application.amount(),
                application.state(),
                time(application.openedAt()),
                timeOrNull(application.submittedAt()),
                bank,
                application.bankReference(),
                requests.of(application.id()).stream().map(this::telling).toList(),
                decision(application.decision()),
                appointment(application),
                application.signedBy(),
                timeOrNull(application.signedAt()),
                application.signedAt() == null ? null : papers(trails.of(application.id())),
                promises.of(application.journeyId()).stream()
                        .filter(desk::isOurs)
                        .map(promise -> PromiseView.of(promise, zone()))
                        .toList());
    }

    private BankRequestView telling(BankRequest request) {
        boolean waits = request.answeredAt() == null;
        return new BankRequestView(
                request.kind(),
                request.attempts(),
                waits ? time(request.nextAttemptAt()) : null,
                request.lastFailure(),
                timeOrNull(request.answeredAt()));
    }

    private @Nullable DecisionView decision(@Nullable CreditDecision decision) {
        return decision == null
                ? null
                : new DecisionView(decision.outcome(), decision.approvedAmount(), time(decision.decidedAt()));
    }

    private @Nullable AppointmentView appointment(Application application) {
        return appointments
                .ofJourney(application.journeyId())
                .map(appointment -> new AppointmentView(
                        appointment.expertId(),
                        time(appointment.startsAt()),
                        time(appointment.endsAt()),
                        promises.find(appointment.promiseId())
                                .map(Promise::isConfirmed)
                                .orElse(false)))
                .orElse(null);
    }

    private PapersView papers(PaperTrail trail) {
        return new PapersView(
                trail.status(),
                timeOrNull(trail.expectedAt()),
                timeOrNull(trail.announcedAt()),
                timeOrNull(trail.searchStartedAt()),
                trail.lastSeen(),
                timeOrNull(trail.checkedInAt()));
    }

    private OffsetDateTime time(Instant at) {
        return at.atZone(zone()).toOffsetDateTime();
    }

    private @Nullable OffsetDateTime timeOrNull(@Nullable Instant at) {
        return at == null ? null : time(at);
    }
}
