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
import java.util.function.Function;

/** The refusals of all features, in the words of HTTP. */
@ApplicationScoped
class CreditProblems {

    @Produces
    @Singleton
    ProblemMapping<NoSuchApplication> noSuchApplication() {
        return mapping(NoSuchApplication.class, e -> Problem.notFound("application-unknown", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<TransitionRefused> transition() {
        return mapping(TransitionRefused.class, e -> Problem.transitionNotAllowed(text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<DecisionContradicted> contradiction() {
        return mapping(DecisionContradicted.class, e -> Problem.conflict("decision-contradicted", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<DecisionImpossible> impossible() {
        return mapping(DecisionImpossible.class, e -> Problem.unprocessable("decision-impossible", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<AppointmentRefused> appointment(CurrentTerms terms) {
        return mapping(AppointmentRefused.class, e -> {
            Instant next = e.nextPossibleAt();
            return Problem.refusedPromise(
                    text(e),
                    next == null ? null : next.atZone(terms.get().zone()).toOffsetDateTime());
        });
    }

    @Produces
    @Singleton
    ProblemMapping<ExpertNotThere> expertNotThere() {
        return mapping(ExpertNotThere.class, e -> Problem.conflict("expert-not-on-duty", text(e)));
    }

    @Produces
    @Singleton
    ProblemMapping<NotOnRoster> notOnRoster() {
        return mapping(NotOnRoster.class, e -> Problem.conflict("not-on-roster", text(e)));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }

    private static <E extends RuntimeException> ProblemMapping<E> mapping(Class<E> type, Function<E, Problem> problem) {
        return new ProblemMapping<>() {
            @Override
            public Class<E> type() {
                return type;
            }

            @Override
            public Problem problem(E refused) {
                return problem.apply(refused);
            }
        };
    }
}
