package io.orderjourney.order.orders.rest;

import io.orderjourney.messaging.Coalescer;
import io.orderjourney.order.orders.ConfirmationCall;
import io.orderjourney.order.orders.DeliveryPolicy;
import io.orderjourney.order.orders.LinesPolicy;
import io.orderjourney.order.orders.Order;
import io.orderjourney.order.orders.OrderTotalPolicy;
import io.orderjourney.order.orders.usecase.CreditChoiceHandler;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The problem of each refusal of this feature. */
@ApplicationScoped
class OrderProblems {

    @Produces
    @Singleton
    ProblemMapping<Order.NotFound> notFound() {
        return ProblemMapping.of(
                Order.NotFound.class, refused -> Problem.notFound("order-not-found", "There is no such order."));
    }

    @Produces
    @Singleton
    ProblemMapping<Coalescer.Busy> busy() {
        return ProblemMapping.of(
                Coalescer.Busy.class,
                busy -> Problem.unavailable(
                        "intake-busy",
                        "Too many orders are being placed. Repeat this one with the same key.",
                        Duration.ofSeconds(1)));
    }

    @Produces
    @Singleton
    ProblemMapping<Order.NumberTaken> numberTaken() {
        return ProblemMapping.of(
                Order.NumberTaken.class,
                refused -> Problem.conflict("order-number-taken", text(refused))
                        .withErrors(List.of(FieldError.at(
                                "/orderNumber", "order-number-taken", "Another order has this number."))));
    }

    @Produces
    @Singleton
    ProblemMapping<CreditChoiceHandler.NoRest> noRest() {
        return ProblemMapping.of(
                CreditChoiceHandler.NoRest.class, refused -> Problem.conflict("no-rest-to-pay", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Order.TransitionNotAllowed> transitionNotAllowed() {
        return ProblemMapping.of(
                Order.TransitionNotAllowed.class, refused -> Problem.transitionNotAllowed(text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<OrderTotalPolicy.CurrencyMismatch> currencyMismatch() {
        return ProblemMapping.of(
                OrderTotalPolicy.CurrencyMismatch.class,
                refused -> unprocessable("currency-mismatch", refused, "/lines", "Use the currency of the total."));
    }

    @Produces
    @Singleton
    ProblemMapping<DeliveryPolicy.NotPaidBefore> notPaidBefore() {
        return ProblemMapping.of(
                DeliveryPolicy.NotPaidBefore.class,
                refused -> unprocessable("delivery-not-prepaid", refused, "/payment", "Use PREPAID."));
    }

    @Produces
    @Singleton
    ProblemMapping<OrderTotalPolicy.TotalMismatch> totalMismatch() {
        return ProblemMapping.of(
                OrderTotalPolicy.TotalMismatch.class,
                refused -> unprocessable(
                        "total-mismatch", refused, "/total", "Must be the sum of quantity × unit price."));
    }

    @Produces
    @Singleton
    ProblemMapping<SignedOffer.InvalidOffer> offerInvalid() {
        return ProblemMapping.of(
                SignedOffer.InvalidOffer.class,
                refused ->
                        unprocessable("offer-invalid", refused, "/pickupOffer", "Ask for the pickup options again."));
    }

    @Produces
    @Singleton
    ProblemMapping<SignedOffer.ExpiredOffer> offerExpired() {
        return ProblemMapping.of(
                SignedOffer.ExpiredOffer.class,
                refused ->
                        unprocessable("offer-expired", refused, "/pickupOffer", "Ask for the pickup options again."));
    }

    @Produces
    @Singleton
    ProblemMapping<ConfirmationCall.CallBackTimeMisplaced> callBackTimeMisplaced() {
        return ProblemMapping.of(
                ConfirmationCall.CallBackTimeMisplaced.class,
                refused -> Problem.validation(
                        FieldError.at("/callBackAt", "call-back-at", "Goes with CALL_LATER, and only with that.")));
    }

    @Produces
    @Singleton
    ProblemMapping<ConfirmationCall.CallBackTimePassed> callBackTimePassed() {
        return ProblemMapping.of(
                ConfirmationCall.CallBackTimePassed.class,
                refused -> Problem.validation(FieldError.at("/callBackAt", "past", "This time has passed.")));
    }

    /** What is wrong in itself is unprocessable; what the state of the order does not allow is a conflict. */
    @Produces
    @Singleton
    ProblemMapping<LinesPolicy.Refused> linesRefused() {
        return ProblemMapping.of(LinesPolicy.Refused.class, refused -> {
            LinesPolicy.Obstacle obstacle = refused.obstacle();
            String code = obstacle.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return obstacle.isOfTheRequest()
                    ? unprocessable(code, refused, "/lines", text(refused) + ".")
                    : Problem.conflict(code, text(refused));
        });
    }

    private static Problem unprocessable(String code, RuntimeException refused, String pointer, String detail) {
        return Problem.unprocessable(code, text(refused), FieldError.at(pointer, code, detail));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
