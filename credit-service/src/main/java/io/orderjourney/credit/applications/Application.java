package io.orderjourney.credit.applications;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.inbound.BankDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order's application for credit. Its state only goes forward, with one exception: papers that were checked in can get
 * lost.
 *
 * @param id also our reference at the bank
 * @param journeyId the order
 * @param amount what the customer needs
 * @param bankReference the bank's own number for it; null until the bank told it
 * @param signedBy the expert with whom the agreement was signed
 * @param version counts the changes that were stored
 */
public record Application(
        UUID id,
        UUID journeyId,
        String orderNumber,
        UUID customerId,
        String language,
        String pickupPoint,
        Money amount,
        ApplicationState state,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable String bankReference,
        @Nullable CreditDecision decision,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        long version) {

    /** A new application, waiting for the order to be confirmed. */
    public static Application opened(
            UUID id,
            UUID journeyId,
            String orderNumber,
            UUID customerId,
            String language,
            String pickupPoint,
            Money amount,
            Instant at) {
        return new Application(
                id,
                journeyId,
                orderNumber,
                customerId,
                language,
                pickupPoint,
                amount,
                ApplicationState.WAITING_FOR_CONFIRMATION,
                at,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    /** @throws TransitionRefused naming the state and the step */
    public void require(ApplicationStep step) {
        if (!state.allows(step)) {
            throw new TransitionRefused(state, step);
        }
    }

    /** The order stands: the credit desk's call is due. */
    public Application confirmed() {
        require(ApplicationStep.CONFIRM);
        return in(ApplicationState.CALL_DUE);
    }

    /** The call reached the customer and left no question open. */
    public Application completed() {
        require(ApplicationStep.COMPLETE);
        return in(ApplicationState.COMPLETE);
    }

    /** It goes to the bank. */
    public Application submitted(Instant at) {
        require(ApplicationStep.SUBMIT);
        return with(ApplicationState.SUBMITTED, at, bankReference, decision, signedBy, signedAt);
    }

    /**
     * The bank named its own reference. CallbackOutcome the same one again changes nothing.
     *
     * @throws DecisionContradicted if the bank named another one before
     */
    public Application receivedByBank(String reference) {
        if (reference.equals(bankReference)) {
            return this;
        }
        if (bankReference != null) {
            throw new DecisionContradicted("it has another reference for this application");
        }
        require(ApplicationStep.RECEIVE_BY_BANK);
        return with(state, submittedAt, reference, decision, signedBy, signedAt);
    }

    /**
     * Whether the bank has said exactly this before.
     *
     * @throws DecisionContradicted if it said something else before
     * @throws DecisionImpossible if it lends what nobody asked for
     * @throws TransitionRefused if it was never asked
     */
    public boolean knows(CreditDecision heard) {
        if (decision != null) {
            if (!decision.saysTheSameAs(heard)) {
                throw new DecisionContradicted("it had decided " + decision.outcome() + " otherwise");
            }
            return true;
        }
        require(heard.outcome() == BankDecision.APPROVED ? ApplicationStep.APPROVE : ApplicationStep.REFUSE);
        Money lent = heard.approvedAmount();
        if (lent != null
                && (!lent.currency().equals(amount.currency())
                        || lent.amountMinor() == 0
                        || lent.amountMinor() > amount.amountMinor())) {
            throw new DecisionImpossible("The approved amount is not within what was asked for");
        }
        return false;
    }

    /** The bank decided; ask {@link #knows} before. */
    public Application decided(CreditDecision heard) {
        if (knows(heard)) {
            return this;
        }
        ApplicationState next =
                heard.outcome() == BankDecision.APPROVED ? ApplicationState.APPROVED : ApplicationState.REFUSED;
        return with(next, submittedAt, bankReference, heard, signedBy, signedAt);
    }

    /** The customer signed with this expert. */
    public Application signed(String expertId, Instant at) {
        require(ApplicationStep.SIGN);
        return with(ApplicationState.SIGNED, submittedAt, bankReference, decision, expertId, at);
    }

    /** The papers lie at the pickup point. */
    public Application papersCheckedIn() {
        require(ApplicationStep.CHECK_IN_PAPERS);
        return in(ApplicationState.PAPERS_IN);
    }

    /** The papers are not where they should be: whatever was checked in is gone. */
    public Application papersMissing() {
        require(ApplicationStep.SEARCH_PAPERS);
        return in(ApplicationState.SIGNED);
    }

    private Application in(ApplicationState next) {
        return with(next, submittedAt, bankReference, decision, signedBy, signedAt);
    }

    private Application with(
            ApplicationState newState,
            @Nullable Instant newSubmittedAt,
            @Nullable String newBankReference,
            @Nullable CreditDecision newDecision,
            @Nullable String newSignedBy,
            @Nullable Instant newSignedAt) {
        return new Application(
                id,
                journeyId,
                orderNumber,
                customerId,
                language,
                pickupPoint,
                amount,
                newState,
                openedAt,
                newSubmittedAt,
                newBankReference,
                newDecision,
                newSignedBy,
                newSignedAt,
                version);
    }
}
