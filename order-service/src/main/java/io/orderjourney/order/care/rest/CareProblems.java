package io.orderjourney.order.care.rest;

import io.orderjourney.order.care.usecase.CallbackHandler;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The problem of each refusal of this feature. */
@ApplicationScoped
class CareProblems {

    @Produces
    @Singleton
    ProblemMapping<CallbackHandler.NotPromised> notPromised() {
        return ProblemMapping.of(
                CallbackHandler.NotPromised.class,
                refused -> Problem.conflict("callback-not-promised", "No call back is promised at the moment."));
    }
}
