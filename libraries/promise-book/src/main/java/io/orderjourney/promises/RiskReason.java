package io.orderjourney.promises;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;

/** The reason with which a promise is rescheduled, given what put it at risk. */
public final class RiskReason {

    private RiskReason() {}

    /** The owner's estimate brings its own reason; where nobody knows more, it is the part that nobody has done. */
    public static ReasonCode of(RiskCause cause, Promise promise) {
        Estimate estimate = promise.estimate();
        return switch (cause) {
            case EARLIER_STEP -> ReasonCode.EARLIER_STEP_LATE;
            case NOT_CONFIRMED -> ReasonCode.EXPERT_ABSENT;
            case ESTIMATE -> estimate == null ? ReasonCode.POLICY : estimate.reason();
            case TIME_PASSING, LOAD -> ofSilence(promise);
            case CUSTOMERS_TURN -> ReasonCode.POLICY;
        };
    }

    /**
     * As {@link #of(RiskCause, Promise)}, when the customer was called.
     *
     * @param unanswered whether the customer was called for this promise and did not answer
     */
    public static ReasonCode of(RiskCause cause, Promise promise, boolean unanswered) {
        boolean nobodyKnowsMore = cause == RiskCause.TIME_PASSING || cause == RiskCause.LOAD;
        return unanswered && nobodyKnowsMore ? ReasonCode.CUSTOMER_NOT_REACHED : of(cause, promise);
    }

    private static ReasonCode ofSilence(Promise promise) {
        if (promise.kind().equals(PromiseKind.PICKUP_SLOT)) {
            return ReasonCode.CUSTOMER_DID_NOT_COME;
        }
        if (promise.kind().equals(PromiseKind.BANK_PAPERS)) {
            return ReasonCode.PAPERS_MISSING;
        }
        String partner = promise.partner();
        if (partner == null) {
            return ReasonCode.DESK_BUSY;
        }
        return switch (partner) {
            case "bank" -> ReasonCode.BANK_LATE;
            case "courier" -> ReasonCode.COURIER_LATE;
            case "workshop" -> ReasonCode.WORKSHOP_LATE;
            default -> ReasonCode.SUPPLIER_LATE;
        };
    }
}
