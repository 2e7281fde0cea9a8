package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.pickup.rest.Refusal;
import io.orderjourney.fulfillment.receiving.EtaPolicy;
import io.orderjourney.fulfillment.receiving.PurchaseOrder;
import io.orderjourney.fulfillment.supply.StockLevel;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The problem responses of receiving. */
@ApplicationScoped
class ReceivingProblems {

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrder.NotFound> notFound() {
        return ProblemMapping.of(
                PurchaseOrder.NotFound.class,
                refused -> Problem.notFound("purchase-order-not-found", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrder.AlreadyPlaced> alreadyPlaced() {
        return ProblemMapping.of(
                PurchaseOrder.AlreadyPlaced.class,
                refused -> Problem.conflict("purchase-order-exists", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrder.FullyArrived> fullyArrived() {
        return ProblemMapping.of(
                PurchaseOrder.FullyArrived.class, refused -> Problem.transitionNotAllowed(Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrder.MoreThanMissing> moreThanMissing() {
        return ProblemMapping.of(
                PurchaseOrder.MoreThanMissing.class,
                refused ->
                        Problem.validation(FieldError.at("/stillToCome", "more-than-missing", Refusal.text(refused))));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrder.WrongPickupPoint> wrongPickupPoint() {
        return ProblemMapping.of(
                PurchaseOrder.WrongPickupPoint.class,
                refused -> Problem.conflict("wrong-pickup-point", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<EtaPolicy.Implausible> implausibleEta() {
        return ProblemMapping.of(
                EtaPolicy.Implausible.class,
                refused -> Problem.validation(FieldError.at("/etaAt", "implausible", Refusal.text(refused))));
    }

    @Produces
    @Singleton
    ProblemMapping<EtaPolicy.Doubtful> doubtfulEta() {
        return ProblemMapping.of(
                EtaPolicy.Doubtful.class,
                refused -> Problem.validation(FieldError.at("/etaAt", "confirmation-needed", Refusal.text(refused))));
    }

    @Produces
    @Singleton
    ProblemMapping<StockLevel.CountBelowReserved> countBelowReserved() {
        return ProblemMapping.of(
                StockLevel.CountBelowReserved.class,
                refused -> Problem.conflict("stock-reserved", Refusal.text(refused))
                        .with("reserved", refused.reserved()));
    }
}
