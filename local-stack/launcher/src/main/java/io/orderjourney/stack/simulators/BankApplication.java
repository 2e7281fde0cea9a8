package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bank knows about one application.
 *
 * @param asked the first request, unchanged
 * @param decisionAt when the decision is or was made, null while nobody knows
 * @param withdrawnAt when the shop withdrew it, null while it stands
 */
record BankApplication(
        String reference,
        String bankReference,
        JsonNode asked,
        Instant expectedDecisionAt,
        @Nullable Instant decisionAt,
        @Nullable BankDecision decision,
        @Nullable Instant agreementAt,
        @Nullable Instant withdrawnAt) {

    BankApplication decided(Instant at, BankDecision what) {
        return new BankApplication(
                reference, bankReference, asked, expectedDecisionAt, at, what, agreementAt, withdrawnAt);
    }

    BankApplication agreed(Instant at) {
        return new BankApplication(
                reference, bankReference, asked, expectedDecisionAt, decisionAt, decision, at, withdrawnAt);
    }

    BankApplication withdrawn(Instant at) {
        return new BankApplication(
                reference, bankReference, asked, expectedDecisionAt, decisionAt, decision, agreementAt, at);
    }
}
