package io.orderjourney.promises.usecase;

import io.orderjourney.contracts.Desk;
import io.orderjourney.promises.JourneyPoints;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.ShopTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.UUID;

/** The terms under which a journey is promised something: the counter has the hours of the journey's own pickup point. */
@ApplicationScoped
public class TermsOfJourney {

    private final CurrentTerms terms;
    private final Instance<JourneyPoints> points;

    TermsOfJourney(CurrentTerms terms, Instance<JourneyPoints> points) {
        this.terms = terms;
        this.points = points;
    }

    /** The terms of the journey of this promise; what another desk does is the same at every point, and nothing is asked. */
    public ShopTerms of(Promise promise) {
        return promise.desk() == Desk.PICKUP_POINT ? of(promise.journeyId()) : terms.get();
    }

    /** The terms of a journey; those of the shop if its pickup point is not known here. */
    public ShopTerms of(UUID journeyId) {
        return points.isResolvable() ? terms.at(points.get().pointOf(journeyId).orElse(null)) : terms.get();
    }
}
