package io.orderjourney.credit.applications;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.inbound.BankDecision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order's application for credit. Its state only goes forward, with one exception: papers that were checked in can get
 * lost. A step that others must learn of returns a {@link Decision} with the facts that tell of it.
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

    /**
     * The credit desk called the customer. A call that reached them and left no question open completes the application while
     * its call is due; any other call is only logged.
     *
     * @param complete nothing that the bank asks for is missing now
     * @param callBackAt when the customer wants to be called again
     */
    public Decision<Application> called(
            CallOutcome outcome, boolean complete, @Nullable Instant callBackAt, String by, Instant at) {
        boolean completes = outcome == CallOutcome.REACHED && complete && state.allows(ApplicationStep.COMPLETE);
        return Decision.of(
                completes ? in(ApplicationState.COMPLETE) : this,
                new Fact<>(
                        EventTypes.CREDIT_CALL_LOGGED,
                        new CreditCallLogged(id, by, outcome, complete, callBackAt, at)));
    }

    /** It goes to the bank. */
    public Decision<Application> submitted(String bank, String by, Instant at) {
        require(ApplicationStep.SUBMIT);
        return Decision.of(
                with(ApplicationState.SUBMITTED, at, bankReference, decision, signedBy, signedAt),
                new Fact<>(EventTypes.APPLICATION_SUBMITTED, new ApplicationSubmitted(id, bank, by, at)));
    }

    /**
     * The bank named its own reference. The same one again changes nothing.
     *
     * @param expectedDecisionAt when the bank expects to decide, if that is plausible
     * @throws DecisionContradicted if the bank named another one before
     */
    public Decision<Application> receivedByBank(
            String bank, String reference, @Nullable Instant expectedDecisionAt, Instant at) {
        if (reference.equals(bankReference)) {
            return Decision.unchanged(this);
        }
        if (bankReference != null) {
            throw new DecisionContradicted("it has another reference for this application");
        }
        require(ApplicationStep.RECEIVE_BY_BANK);
        return Decision.of(
                with(state, submittedAt, reference, decision, signedBy, signedAt),
                new Fact<>(
                        EventTypes.APPLICATION_RECEIVED_BY_BANK,
                        new ApplicationReceivedByBank(id, bank, reference, expectedDecisionAt, at)));
    }

    /**
     * Whether this is the decision that is recorded already.
     *
     * @throws DecisionContradicted if another one is recorded
     * @throws ApprovedAmountInvalid if the bank lends what nobody asked for
     * @throws TransitionRefused if the bank was never asked
     */
    public boolean alreadyRecords(CreditDecision reported) {
        if (decision != null) {
            if (!decision.agreesWith(reported)) {
                throw new DecisionContradicted("it had decided " + decision.outcome() + " otherwise");
            }
            return true;
        }
        require(reported.outcome() == BankDecision.APPROVED ? ApplicationStep.APPROVE : ApplicationStep.REFUSE);
        Money lent = reported.approvedAmount();
        if (lent != null
                && (!lent.currency().equals(amount.currency())
                        || lent.amountMinor() == 0
                        || lent.amountMinor() > amount.amountMinor())) {
            throw new ApprovedAmountInvalid();
        }
        return false;
    }

    /** The bank decided; refuses what {@link #alreadyRecords} refuses. */
    public Decision<Application> decided(CreditDecision reported, String bank) {
        if (alreadyRecords(reported)) {
            return Decision.unchanged(this);
        }
        Money lent = reported.approvedAmount();
        return lent == null
                ? Decision.of(
                        decidedAs(ApplicationState.REFUSED, reported),
                        new Fact<>(EventTypes.CREDIT_REFUSED, new CreditRefused(id, bank, reported.decidedAt())))
                : Decision.of(
                        decidedAs(ApplicationState.APPROVED, reported),
                        new Fact<>(
                                EventTypes.CREDIT_APPROVED, new CreditApproved(id, bank, lent, reported.decidedAt())));
    }

    private Application decidedAs(ApplicationState next, CreditDecision reported) {
        return with(next, submittedAt, bankReference, reported, signedBy, signedAt);
    }

    /** The customer signed with this expert. */
    public Decision<Application> signed(String expertId, Instant at) {
        require(ApplicationStep.SIGN);
        return Decision.of(
                with(ApplicationState.SIGNED, submittedAt, bankReference, decision, expertId, at),
                new Fact<>(EventTypes.AGREEMENT_SIGNED, new AgreementSigned(id, expertId, at)));
    }

    /** The papers lie at the pickup point. */
    public Decision<Application> papersCheckedIn(String by, Instant at) {
        require(ApplicationStep.CHECK_IN_PAPERS);
        return Decision.of(
                in(ApplicationState.PAPERS_IN),
                new Fact<>(EventTypes.BANK_PAPERS_CHECKED_IN, new BankPapersCheckedIn(id, by, at)));
    }

    /**
     * The papers are not where they should be: whatever was checked in is gone.
     *
     * @param lastSeen where they were seen last, in words
     */
    public Decision<Application> papersMissing(String by, @Nullable String lastSeen, Instant at) {
        require(ApplicationStep.SEARCH_PAPERS);
        return Decision.of(
                in(ApplicationState.SIGNED),
                new Fact<>(EventTypes.BANK_PAPERS_SEARCH_STARTED, new BankPapersSearchStarted(id, by, lastSeen, at)));
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

    /** Inside this service, in the same transaction: the bank approved this application. */
    public record Approved(Application application, String actor) {}

    /** There is no application with this id, or none for this order. */
    public static final class NotFound extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NotFound() {
            super("There is no such credit application");
        }
    }

    /** The application is not in a state in which this may happen. */
    public static final class TransitionRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TransitionRefused(ApplicationState state, ApplicationStep step) {
            super("An application that is " + state + " does not allow: " + step.inWords());
        }
    }

    /** The bank says something else than it said before. Its first decision stands until people have talked. */
    public static final class DecisionContradicted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        DecisionContradicted(String what) {
            super("The bank contradicts itself: " + what);
        }
    }

    /** The bank lends nothing, more than was asked for, or another currency. */
    public static final class ApprovedAmountInvalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ApprovedAmountInvalid() {
            super("The approved amount is not within what was asked for");
        }
    }
}
