package io.orderjourney.credit.applications;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.inbound.BankDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bank decided about one application.
 *
 * @param approvedAmount what it lends; null with a refusal
 * @param decidedAt as the bank reported it, never after it reported it
 */
public record CreditDecision(BankDecision outcome, @Nullable Money approvedAmount, Instant decidedAt) {

    public CreditDecision {
        if ((outcome == BankDecision.APPROVED) != (approvedAmount != null)) {
            throw new IllegalArgumentException("An approval, and only an approval, has an amount");
        }
    }

    /** The same decision; when it was made does not matter. */
    boolean agreesWith(CreditDecision other) {
        return outcome == other.outcome && (approvedAmount == null || approvedAmount.equals(other.approvedAmount));
    }
}
