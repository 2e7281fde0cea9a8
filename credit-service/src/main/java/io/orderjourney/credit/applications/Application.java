package io.orderjourney.credit.applications;

import io.orderjourney.contracts.CallOutcome;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.ApplicationClosed;
import io.orderjourney.contracts.credit.ApplicationReceivedByBank;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.credit.BankReport;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.CreditCallLogged;
import io.orderjourney.contracts.credit.CreditRefused;
import io.orderjourney.contracts.credit.LateBankReportRecorded;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.promises.Decision;
import io.orderjourney.promises.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order's application for credit. Its state only goes forward, with two exceptions: the bank can decide again until the
 * agreement is signed, and papers that were checked in can get lost. A step that others must learn of returns a {@link Decision} with the facts that tell of it.
 *
 * @param id also our reference at the bank
 * @param journeyId the order
 * @param amount what the customer needs
 * @param asked what the bank was asked to lend; null before
 * @param bankReference the bank's own number for it; null until the bank told it
 * @param decision the bank's latest
 * @param signedBy the expert with whom the agreement was signed
 * @param closure how it was closed; null while it is open
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
        @Nullable Money asked,
        ApplicationState state,
        Instant openedAt,
        @Nullable Instant submittedAt,
        @Nullable String bankReference,
        @Nullable CreditDecision decision,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable Closure closure,
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
                null,
                ApplicationState.WAITING_FOR_CONFIRMATION,
                at,
                null,
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

    /**
     * The order costs another amount. What the bank was asked for does not grow with it, and what is signed stays as it is:
     * order-service refuses such a change, but both may happen in the same moment.
     */
    public Application costing(Money total) {
        boolean tooLate = state.isPastDecisions() || (asked != null && total.amountMinor() > asked.amountMinor());
        return tooLate ? this : askedFor(total, asked);
    }

    /** It goes to the bank. */
    public Decision<Application> submitted(String bank, String by, Instant at) {
        require(ApplicationStep.SUBMIT);
        return Decision.of(
                askedFor(amount, amount)
                        .with(ApplicationState.SUBMITTED, at, bankReference, decision, signedBy, signedAt, closure),
                new Fact<>(EventTypes.APPLICATION_SUBMITTED, new ApplicationSubmitted(id, bank, by, at)));
    }

    /**
     * The bank named its own reference; the first one counts.
     *
     * @param expectedDecisionAt when the bank expects to decide, if that is plausible
     */
    public Decision<Application> receivedByBank(
            String bank, String reference, @Nullable Instant expectedDecisionAt, Instant at) {
        if (bankReference != null) {
            return Decision.unchanged(this);
        }
        if (state == ApplicationState.CLOSED) {
            return Decision.of(underReference(reference), lateReport(bank, BankReport.RECEIVED, null, at));
        }
        require(ApplicationStep.RECEIVE_BY_BANK);
        return Decision.of(
                underReference(reference),
                new Fact<>(
                        EventTypes.APPLICATION_RECEIVED_BY_BANK,
                        new ApplicationReceivedByBank(id, bank, reference, expectedDecisionAt, at)));
    }

    /** The bank handles it under this reference of its own. */
    public Application underReference(String reference) {
        return with(state, submittedAt, reference, decision, signedBy, signedAt, closure);
    }

    /**
     * Whether this is the decision that is recorded already, or one that the bank replaced since.
     *
     * @throws ApprovedAmountInvalid if the bank lends what nobody asked for
     * @throws TransitionRefused if the bank was never asked
     */
    public boolean alreadyRecords(CreditDecision reported) {
        if (decision != null
                && (decision.agreesWith(reported) || reported.decidedAt().isBefore(decision.decidedAt()))) {
            return true;
        }
        if (!state.isPastDecisions()) {
            require(reported.outcome() == BankDecision.APPROVED ? ApplicationStep.APPROVE : ApplicationStep.REFUSE);
        }
        Money lent = reported.approvedAmount();
        if (lent != null
                && (!lent.currency().equals(amount.currency())
                        || lent.amountMinor() == 0
                        || lent.amountMinor() > bound().amountMinor())) {
            throw new ApprovedAmountInvalid();
        }
        return false;
    }

    /**
     * The bank decided, for the first time or again; its latest decision counts until the agreement is signed. What comes later
     * is only recorded. Refuses what {@link #alreadyRecords} refuses.
     */
    public Decision<Application> decided(CreditDecision reported, String bank) {
        if (alreadyRecords(reported)) {
            return Decision.unchanged(this);
        }
        Money lent = reported.approvedAmount();
        if (state.isPastDecisions()) {
            BankReport report = lent == null ? BankReport.REFUSED : BankReport.APPROVED;
            return Decision.of(decidedAs(state, reported), lateReport(bank, report, lent, reported.decidedAt()));
        }
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
        return with(next, submittedAt, bankReference, reported, signedBy, signedAt, closure);
    }

    /** The customer signed with this expert. */
    public Decision<Application> signed(String expertId, Instant at) {
        require(ApplicationStep.SIGN);
        return Decision.of(
                with(ApplicationState.SIGNED, submittedAt, bankReference, decision, expertId, at, closure),
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

    /**
     * The journey is over, or goes on without credit: nothing more happens here. Once closed, it stays as it is.
     *
     * @param end null if the customer pays in another way
     */
    public Decision<Application> closed(@Nullable JourneyEnd end, Instant at) {
        if (state == ApplicationState.CLOSED) {
            return Decision.unchanged(this);
        }
        Application closed = with(
                ApplicationState.CLOSED,
                submittedAt,
                bankReference,
                decision,
                signedBy,
                signedAt,
                new Closure(end, at));
        return Decision.of(
                closed,
                new Fact<>(
                        EventTypes.APPLICATION_CLOSED,
                        new ApplicationClosed(id, end, signedAt != null, closed.isBankToForget(), at)));
    }

    /** It is closed before its end: the bank need not know more of it. */
    public boolean isWithdrawn() {
        return closure != null && closure.end() != JourneyEnd.COMPLETED;
    }

    /** The bank was given it, may lend or has lent, and must learn that it is withdrawn. */
    public boolean isBankToForget() {
        boolean refused = decision != null && decision.outcome() == BankDecision.REFUSED;
        return isWithdrawn() && submittedAt != null && (signedAt != null || !refused);
    }

    /** What the bank reports when it can change nothing any more. */
    public Fact<LateBankReportRecorded> lateReport(String bank, BankReport report, @Nullable Money lent, Instant at) {
        return new Fact<>(EventTypes.LATE_BANK_REPORT_RECORDED, new LateBankReportRecorded(id, bank, report, lent, at));
    }

    /** The most that the bank can lend. */
    private Money bound() {
        return asked == null ? amount : asked;
    }

    private Application in(ApplicationState next) {
        return with(next, submittedAt, bankReference, decision, signedBy, signedAt, closure);
    }

    private Application with(
            ApplicationState newState,
            @Nullable Instant newSubmittedAt,
            @Nullable String newBankReference,
            @Nullable CreditDecision newDecision,
            @Nullable String newSignedBy,
            @Nullable Instant newSignedAt,
            @Nullable Closure newClosure) {
        return new Application(
                id,
                journeyId,
                orderNumber,
                customerId,
                language,
                pickupPoint,
                amount,
                asked,
                newState,
                openedAt,
                newSubmittedAt,
                newBankReference,
                newDecision,
                newSignedBy,
                newSignedAt,
                newClosure,
                version);
    }

    private Application askedFor(Money needed, @Nullable Money ofBank) {
        return new Application(
                id,
                journeyId,
                orderNumber,
                customerId,
                language,
                pickupPoint,
                needed,
                ofBank,
                state,
                openedAt,
                submittedAt,
                bankReference,
                decision,
                signedBy,
                signedAt,
                closure,
                version);
    }

    /**
     * How an application was closed.
     *
     * @param end of the journey; null if it goes on and the customer pays in another way
     */
    public record Closure(@Nullable JourneyEnd end, Instant at) {}

    /** Inside this service, in the same transaction: the bank approved this application. */
    public record Approved(Application application, String actor) {}

    /** Inside this service, in the same transaction: the bank refused this application. */
    public record Refused(Application application, String actor) {}

    /** Inside this service, in the same transaction: this application was closed. */
    public record Closed(Application application, String actor) {}

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

    /** The bank lends nothing, more than was asked for, or another currency. */
    public static final class ApprovedAmountInvalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ApprovedAmountInvalid() {
            super("The approved amount is not within what was asked for");
        }
    }
}
