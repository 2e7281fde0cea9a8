package io.orderjourney.fulfillment.receiving.rest;

import io.orderjourney.fulfillment.receiving.ArrivedElsewhere;
import io.orderjourney.fulfillment.receiving.EtaImplausible;
import io.orderjourney.fulfillment.receiving.PurchaseOrderClosed;
import io.orderjourney.fulfillment.receiving.PurchaseOrderExists;
import io.orderjourney.fulfillment.receiving.PurchaseOrderUnknown;
import io.orderjourney.fulfillment.pickup.rest.Refusal;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How the refusals of purchasing are told. */
@ApplicationScoped
class ReceivingProblems {

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrderUnknown> unknown() {
        return ProblemMapping.of(
                PurchaseOrderUnknown.class,
                refused -> Problem.notFound("purchase-order-unknown", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrderExists> exists() {
        return ProblemMapping.of(
                PurchaseOrderExists.class, refused -> Problem.conflict("purchase-order-exists", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PurchaseOrderClosed> closed() {
        return ProblemMapping.of(
                PurchaseOrderClosed.class, refused -> Problem.transitionNotAllowed(Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<ArrivedElsewhere> elsewhere() {
        return ProblemMapping.of(
                ArrivedElsewhere.class, refused -> Problem.conflict("arrived-elsewhere", Refusal.text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<EtaImplausible> implausible() {
        return ProblemMapping.of(
                EtaImplausible.class,
                refused -> Problem.validation(FieldError.at("/etaAt", "implausible", Refusal.text(refused))));
    }
}
