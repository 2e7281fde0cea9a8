package io.orderjourney.order.orders.rest;

import io.orderjourney.order.orders.OrderNumberTaken;
import io.orderjourney.order.orders.OrderRefused;
import io.orderjourney.order.orders.OrderUnknown;
import io.orderjourney.order.orders.TransitionNotAllowed;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** How the refusals of orders are told to a caller. */
@ApplicationScoped
class OrderProblems {

    @Produces
    @Singleton
    ProblemMapping<OrderRefused> refused() {
        return ProblemMapping.of(OrderRefused.class, refused -> switch (refused.flaw()) {
            case CURRENCIES_MIXED ->
                Problem.unprocessable(
                        "currencies-mixed",
                        text(refused),
                        FieldError.at("/lines", "currencies-mixed", "Use the currency of the total."));
            case TOTAL_WRONG ->
                Problem.unprocessable(
                        "total-wrong",
                        text(refused),
                        FieldError.at("/total", "total-wrong", "Must be the sum of quantity × unit price."));
        });
    }

    @Produces
    @Singleton
    ProblemMapping<OrderNumberTaken> numberTaken() {
        return ProblemMapping.of(
                OrderNumberTaken.class,
                taken -> Problem.conflict("reference-taken", text(taken))
                        .withErrors(List.of(FieldError.at("/reference", "reference-taken", "Another order has it."))));
    }

    @Produces
    @Singleton
    ProblemMapping<OrderUnknown> unknown() {
        return ProblemMapping.of(
                OrderUnknown.class, unknown -> Problem.notFound("order-unknown", "There is no such order."));
    }

    @Produces
    @Singleton
    ProblemMapping<TransitionNotAllowed> transition() {
        return ProblemMapping.of(TransitionNotAllowed.class, refused -> Problem.transitionNotAllowed(text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<SignedOffer.InvalidOffer> offerInvalid() {
        return ProblemMapping.of(SignedOffer.InvalidOffer.class, invalid -> offer("offer-invalid", text(invalid)));
    }

    @Produces
    @Singleton
    ProblemMapping<SignedOffer.ExpiredOffer> offerExpired() {
        return ProblemMapping.of(SignedOffer.ExpiredOffer.class, expired -> offer("offer-expired", text(expired)));
    }

    private static Problem offer(String code, String detail) {
        return Problem.unprocessable(
                code, detail, FieldError.at("/pickupOffer", code, "Ask for the pickup options again."));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
