package io.orderjourney.order.customers.rest;

import io.orderjourney.order.customers.ContactPolicy;
import io.orderjourney.order.customers.Customer;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;

/** The problem of each refusal of this feature. */
@ApplicationScoped
class CustomerProblems {

    @Produces
    @Singleton
    ProblemMapping<ContactPolicy.Refused> refused() {
        return ProblemMapping.of(
                ContactPolicy.Refused.class,
                refused -> Problem.unprocessable(
                        refused.violation().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        Objects.requireNonNull(refused.getMessage())));
    }

    @Produces
    @Singleton
    ProblemMapping<Customer.NotFound> notFound() {
        return ProblemMapping.of(
                Customer.NotFound.class,
                refused -> Problem.notFound("customer-not-found", "There is no such customer."));
    }
}
