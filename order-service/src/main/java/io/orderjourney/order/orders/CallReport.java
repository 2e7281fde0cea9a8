package io.orderjourney.order.orders;

import io.orderjourney.contracts.CallOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a confirmation call ended.
 *
 * @param callAgainAt when the customer wants to be called; with CALL_LATER, and only then
 */
public record CallReport(CallOutcome outcome, @Nullable Instant callAgainAt) {

    /** @throws CallReportIncomplete if the outcome and the time do not belong together */
    public CallReport {
        if ((outcome == CallOutcome.CALL_LATER) != (callAgainAt != null)) {
            throw new CallReportIncomplete();
        }
    }
}
