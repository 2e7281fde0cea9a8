package io.orderjourney.credit.rest;

import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.appointments.Appointment;
import io.orderjourney.credit.roster.CheckIn;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;

/** The refusals of all features as HTTP problems. */
@ApplicationScoped
class CreditProblems {

    @Produces
    @Singleton
    ProblemMapping<Application.NotFound> applicationNotFound() {
        return ProblemMapping.of(Application.NotFound.class, e -> Problem.notFound("application-not-found", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<Application.TransitionRefused> transition() {
        return ProblemMapping.of(Application.TransitionRefused.class, e -> Problem.transitionNotAllowed(text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<Application.ApprovedAmountInvalid> approvedAmount() {
        return ProblemMapping.of(
                Application.ApprovedAmountInvalid.class,
                e -> Problem.unprocessable("approved-amount-invalid", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<Appointment.Refused> appointment(CurrentTerms terms) {
        return ProblemMapping.of(Appointment.Refused.class, e -> {
            Instant next = e.nextPossibleAt();
            return Problem.refusedPromise(
                    text(e),
                    next == null ? null : next.atZone(terms.get().zone()).toOffsetDateTime());
        });
    }

    @Produces
    @Singleton
    ProblemMapping<Appointment.ExpertNotOnDuty> expertNotOnDuty() {
        return ProblemMapping.of(
                Appointment.ExpertNotOnDuty.class, e -> Problem.conflict("expert-not-on-duty", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<CheckIn.NotOnRoster> notOnRoster() {
        return ProblemMapping.of(CheckIn.NotOnRoster.class, e -> Problem.conflict("expert-not-on-roster", text(e)));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
