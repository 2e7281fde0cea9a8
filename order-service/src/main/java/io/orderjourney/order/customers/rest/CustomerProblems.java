package io.orderjourney.order.customers.rest;

import io.orderjourney.order.customers.ContactRefused;
import io.orderjourney.order.customers.CustomerUnknown;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Objects;

/** How the refusals of this feature are told to a caller. */
final class CustomerProblems {

    private CustomerProblems() {}

    @Singleton
    static class Refused implements ProblemMapping<ContactRefused> {

        @Override
        public Class<ContactRefused> type() {
            return ContactRefused.class;
        }

        @Override
        public Problem problem(ContactRefused refused) {
            String code =
                    "contact-" + refused.flaw().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Problem.unprocessable(code, Objects.requireNonNull(refused.getMessage()));
        }
    }

    @Singleton
    static class Unknown implements ProblemMapping<CustomerUnknown> {

        @Override
        public Class<CustomerUnknown> type() {
            return CustomerUnknown.class;
        }

        @Override
        public Problem problem(CustomerUnknown refused) {
            return Problem.notFound("customer-unknown", "There is no such customer.");
        }
    }
}
