package io.orderjourney.credit.rest;

import io.orderjourney.credit.applications.DecisionContradicted;
import io.orderjourney.credit.applications.DecisionImpossible;
import io.orderjourney.credit.applications.NoSuchApplication;
import io.orderjourney.credit.applications.TransitionRefused;
import io.orderjourney.credit.appointments.AppointmentRefused;
import io.orderjourney.credit.appointments.ExpertNotThere;
import io.orderjourney.credit.roster.NotOnRoster;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;

/** The refusals of all features, in the words of HTTP. */
@ApplicationScoped
class CreditProblems {

    @Produces
    @Singleton
    ProblemMapping<NoSuchApplication> noSuchApplication() {
        return ProblemMapping.of(NoSuchApplication.class, e -> Problem.notFound("application-unknown", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<TransitionRefused> transition() {
        return ProblemMapping.of(TransitionRefused.class, e -> Problem.transitionNotAllowed(text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<DecisionContradicted> contradiction() {
        return ProblemMapping.of(DecisionContradicted.class, e -> Problem.conflict("decision-contradicted", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<DecisionImpossible> impossible() {
        return ProblemMapping.of(DecisionImpossible.class, e -> Problem.unprocessable("decision-impossible", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<AppointmentRefused> appointment(CurrentTerms terms) {
        return ProblemMapping.of(AppointmentRefused.class, e -> {
            Instant next = e.nextPossibleAt();
            return Problem.refusedPromise(
                    text(e),
                    next == null ? null : next.atZone(terms.get().zone()).toOffsetDateTime());
        });
    }

    @Produces
    @Singleton
    ProblemMapping<ExpertNotThere> expertNotThere() {
        return ProblemMapping.of(ExpertNotThere.class, e -> Problem.conflict("expert-not-on-duty", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<NotOnRoster> notOnRoster() {
        return ProblemMapping.of(NotOnRoster.class, e -> Problem.conflict("not-on-roster", text(e)));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
