package io.orderjourney.fulfillment.pickup.rest;

import io.orderjourney.contracts.Gate;
import io.orderjourney.fulfillment.pickup.SlotTooFar;
import io.orderjourney.fulfillment.pickup.GatesClosed;
import io.orderjourney.fulfillment.pickup.PickupRefused;
import io.orderjourney.fulfillment.pickup.PickupUnknown;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How the refusals at the counter are told. */
@ApplicationScoped
class PickupProblems {

    @Produces
    @Singleton
    ProblemMapping<PickupUnknown> unknown() {
        return ProblemMapping.of(
                PickupUnknown.class, refused -> Problem.notFound("pickup-unknown", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PickupRefused> refused() {
        return ProblemMapping.of(PickupRefused.class, refused -> Problem.transitionNotAllowed(Refusal.text(refused)));
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
    ProblemMapping<SlotTooFar> tooFar() {
        return ProblemMapping.of(
                SlotTooFar.class,
                refused -> Problem.validation(FieldError.at("/startsAt", "too-far", Refusal.text(refused))));
    }
}
