package io.orderjourney.order.orders.rest;

import io.orderjourney.order.orders.CallAgainPast;
import io.orderjourney.order.orders.CallReportIncomplete;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** A call report that contradicts itself, or the time of day. */
@ApplicationScoped
class CallReportProblems {

    @Produces
    @Singleton
    ProblemMapping<CallReportIncomplete> incomplete() {
        return ProblemMapping.of(
                CallReportIncomplete.class,
                refused -> Problem.validation(
                        FieldError.at("/callAgainAt", "call-again-at", "Goes with CALL_LATER, and only with that.")));
    }

    @Produces
    @Singleton
    ProblemMapping<CallAgainPast> past() {
        return ProblemMapping.of(
                CallAgainPast.class,
                refused -> Problem.validation(FieldError.at("/callAgainAt", "past", "That time is over.")));
    }
}
