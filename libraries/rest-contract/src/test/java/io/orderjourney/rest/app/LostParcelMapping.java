package io.orderjourney.rest.app;

import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.inject.Singleton;

@Singleton
class LostParcelMapping implements ProblemMapping<LostParcel> {

    @Override
    public Class<LostParcel> type() {
        return LostParcel.class;
    }

    @Override
    public Problem problem(LostParcel refused) {
        return Problem.conflict("parcel-lost", "The parcel is lost.");
    }
}
