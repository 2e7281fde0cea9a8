package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.IssuedCode;
import io.orderjourney.fulfillment.pickup.Pickup;
import io.orderjourney.fulfillment.pickup.PickupSlotPolicy;
import io.orderjourney.fulfillment.pickup.RestNotPaid;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The problem responses of pickups. */
@ApplicationScoped
class PickupProblems {

    @Produces
    @Singleton
    ProblemMapping<Pickup.NotFound> notFound() {
        return ProblemMapping.of(
                Pickup.NotFound.class, refused -> Problem.notFound("pickup-not-found", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Pickup.Refused> refused() {
        return ProblemMapping.of(Pickup.Refused.class, refused -> Problem.transitionNotAllowed(Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<GatesClosed> gatesClosed() {
        return ProblemMapping.of(
                GatesClosed.class,
                refused -> Problem.conflict("gates-closed", Refusal.text(refused))
                        .with(
                                "closedGates",
                                refused.closedGates().stream().map(Gate::name).toList()));
    }

    @Produces
    @Singleton
    ProblemMapping<RestNotPaid> restNotPaid() {
        return ProblemMapping.of(
                RestNotPaid.class,
                refused -> Problem.conflict("rest-not-paid", Refusal.text(refused))
                        .with("amountMinor", refused.rest().amountMinor())
                        .with("currency", refused.rest().currency()));
    }

    @Produces
    @Singleton
    ProblemMapping<IssuedCode.WrongCode> wrongCode() {
        return ProblemMapping.of(
                IssuedCode.WrongCode.class,
                refused ->
                        Problem.conflict("wrong-code", Refusal.text(refused)).with("triesLeft", refused.triesLeft()));
    }

    @Produces
    @Singleton
    ProblemMapping<PickupSlotPolicy.TooFarAhead> tooFarAhead() {
        return ProblemMapping.of(
                PickupSlotPolicy.TooFarAhead.class,
                refused -> Problem.validation(FieldError.at("/startsAt", "too-far", Refusal.text(refused))));
    }
}
