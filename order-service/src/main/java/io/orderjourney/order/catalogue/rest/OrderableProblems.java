package io.orderjourney.order.catalogue.rest;

import io.orderjourney.order.catalogue.OrderablePolicy.NotOrderable;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The problem of an order for what there is not. */
@ApplicationScoped
class OrderableProblems {

    @Produces
    @Singleton
    ProblemMapping<NotOrderable> notOrderable() {
        return ProblemMapping.of(
                NotOrderable.class,
                refused -> Problem.validation(refused.objections().stream()
                        .map(objection -> FieldError.at(objection.pointer(), objection.code(), objection.what()))
                        .toArray(FieldError[]::new)));
    }
}
