package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bank knows about one application.
 *
 * @param asked the first request, unchanged
 * @param decisionAt when the decision is or was made, null while nobody knows
 */
record BankApplication(
        String reference,
        String bankReference,
        JsonNode asked,
        Instant expectedDecisionAt,
        @Nullable Instant decisionAt,
        @Nullable BankDecision decision,
        @Nullable Instant agreementAt) {

    BankApplication decided(Instant at, BankDecision what) {
        return new BankApplication(reference, bankReference, asked, expectedDecisionAt, at, what, agreementAt);
    }

    BankApplication agreed(Instant at) {
        return new BankApplication(reference, bankReference, asked, expectedDecisionAt, decisionAt, decision, at);
    }
}
