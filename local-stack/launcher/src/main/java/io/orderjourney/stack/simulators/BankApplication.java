package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bank knows about one application.
 *
 * @param asked the first request, unchanged
 * @param decisionAt when the decision is or was made, null while it is not known
 * @param approvedMinor what it lends, in the smallest unit; null for all that was asked for
 * @param decisions how often it was decided
 * @param withdrawnAt when the shop withdrew it, null while it stands
 */
record BankApplication(
        String reference,
        String bankReference,
        JsonNode asked,
        Instant expectedDecisionAt,
        @Nullable Instant decisionAt,
        @Nullable BankDecision decision,
        @Nullable Long approvedMinor,
        int decisions,
        @Nullable Instant agreementAt,
        @Nullable Instant withdrawnAt) {

    /** What it lends. */
    JsonNode approvedAmount() {
        JsonNode amount = asked.path("amount").deepCopy();
        if (approvedMinor != null && amount instanceof ObjectNode part) {
            part.put("amountMinor", approvedMinor);
        }
        return amount;
    }

    BankApplication decided(Instant at, BankDecision what, @Nullable Long lent) {
        return new BankApplication(
                reference,
                bankReference,
                asked,
                expectedDecisionAt,
                at,
                what,
                lent,
                decisions + 1,
                agreementAt,
                withdrawnAt);
    }

    BankApplication agreed(Instant at) {
        return new BankApplication(
                reference,
                bankReference,
                asked,
                expectedDecisionAt,
                decisionAt,
                decision,
                approvedMinor,
                decisions,
                at,
                withdrawnAt);
    }

    BankApplication withdrawn(Instant at) {
        return new BankApplication(
                reference,
                bankReference,
                asked,
                expectedDecisionAt,
                decisionAt,
                decision,
                approvedMinor,
                decisions,
                agreementAt,
                at);
    }
}
