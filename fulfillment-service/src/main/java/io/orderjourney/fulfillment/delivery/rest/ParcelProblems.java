package io.orderjourney.fulfillment.delivery.rest;

import io.orderjourney.fulfillment.delivery.Parcel;
import io.orderjourney.fulfillment.packing.PackingPromise;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The problem responses of parcels. */
@ApplicationScoped
class ParcelProblems {

    @Produces
    @Singleton
    ProblemMapping<Parcel.NotFound> notFound() {
        return ProblemMapping.of(Parcel.NotFound.class, refused -> Problem.notFound("parcel-not-found", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Parcel.Refused> refused() {
        return ProblemMapping.of(Parcel.Refused.class, refused -> Problem.transitionNotAllowed(text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<Parcel.ImplausibleEta> implausibleEta() {
        return ProblemMapping.of(
                Parcel.ImplausibleEta.class,
                refused -> Problem.validation(FieldError.at("/etaAt", "implausible", text(refused))));
    }

    @Produces
    @Singleton
    ProblemMapping<PackingPromise.StillOpen> packingPromiseOpen() {
        return ProblemMapping.of(
                PackingPromise.StillOpen.class, refused -> Problem.conflict("packing-promise-open", text(refused)));
    }

    @Produces
    @Singleton
    ProblemMapping<PackingPromise.NotFound> packingPromiseNotFound() {
        return ProblemMapping.of(
                PackingPromise.NotFound.class, refused -> Problem.notFound("packing-promise-not-found", text(refused)));
    }

    private static String text(RuntimeException refused) {
        return Objects.requireNonNullElse(refused.getMessage(), "Refused");
    }
}
