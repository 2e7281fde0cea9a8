package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.pickup.rest.Refusal;
import io.orderjourney.fulfillment.supply.StockReserved;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How the refusals of stock are told. */
@ApplicationScoped
class StockProblems {

    @Produces
    @Singleton
    ProblemMapping<StockReserved> reserved() {
        return ProblemMapping.of(
                StockReserved.class,
                refused -> Problem.conflict("stock-reserved", Refusal.text(refused))
                        .with("reserved", refused.reserved()));
    }
}
