package io.orderjourney.promises.rest;

import io.orderjourney.promises.EvidenceMissing;
import io.orderjourney.promises.ManagerApprovalRequired;
import io.orderjourney.promises.PromiseClosed;
import io.orderjourney.promises.PromiseRefused;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Function;

/** How the rules' refusals are told to a caller. */
@ApplicationScoped
class PromiseProblems {

    @Produces
    @Singleton
    ProblemMapping<PromiseRefused> refused(CurrentTerms terms) {
        return mapping(
                PromiseRefused.class,
                refused -> Problem.refusedPromise(
                        text(refused),
                        refused.nextPossibleAt().atZone(terms.get().zone()).toOffsetDateTime()));
    }

    @Produces
    @Singleton
    ProblemMapping<PromiseClosed> closed() {
        return mapping(PromiseClosed.class, closed -> Problem.transitionNotAllowed(text(closed)));
    }

    @Produces
    @Singleton
    ProblemMapping<ManagerApprovalRequired> needsManagement() {
        return mapping(
                ManagerApprovalRequired.class, second -> Problem.of(403, "manager-approval-required", text(second)));
    }

    @Produces
    @Singleton
    ProblemMapping<EvidenceMissing> evidenceMissing() {
        return mapping(EvidenceMissing.class, missing -> Problem.unprocessable("evidence-missing", text(missing)));
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
