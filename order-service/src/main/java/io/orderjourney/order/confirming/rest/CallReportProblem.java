package io.orderjourney.order.confirming.rest;

import io.orderjourney.order.confirming.CallReportIncomplete;
import io.orderjourney.rest.problem.FieldError;
import io.orderjourney.rest.problem.Problem;
import io.orderjourney.rest.problem.ProblemMapping;
import jakarta.inject.Singleton;

/** A call report that contradicts itself. */
@Singleton
class CallReportProblem implements ProblemMapping<CallReportIncomplete> {

    @Override
    public Class<CallReportIncomplete> type() {
        return CallReportIncomplete.class;
    }

    @Override
    public Problem problem(CallReportIncomplete refused) {
        return Problem.validation(
                FieldError.at("/callAgainAt", "call-again-at", "Goes with CALL_LATER, and only with that."));
    }
}
