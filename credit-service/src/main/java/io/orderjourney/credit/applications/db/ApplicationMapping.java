package io.orderjourney.credit.applications.db;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.credit.applications.Application;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.CreditDecision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An application and its row. The version belongs to the database. */
final class ApplicationMapping {

    private ApplicationMapping() {}

    static Application application(ApplicationRow row) {
        return new Application(
                row.id,
                row.journeyId,
                row.orderNumber,
                row.customerId,
                row.language,
                row.pickupPoint,
                new Money(row.amountMinor, row.currency),
                row.askedMinor == null ? null : new Money(row.askedMinor, row.currency),
                ApplicationState.valueOf(row.state),
                row.openedAt,
                row.submittedAt,
                row.bankReference,
                decision(row),
                row.signedBy,
                row.signedAt,
                row.closedAt == null ? null : new Application.Closure(row.journeyEnd, row.closedAt),
                row.version);
    }

    static void write(Application application, ApplicationRow row) {
        row.id = application.id();
        row.journeyId = application.journeyId();
        row.orderNumber = application.orderNumber();
        row.customerId = application.customerId();
        row.language = application.language();
        row.pickupPoint = application.pickupPoint();
        row.amountMinor = application.amount().amountMinor();
        row.currency = application.amount().currency();
        Money asked = application.asked();
        row.askedMinor = asked == null ? null : asked.amountMinor();
        row.state = application.state().name();
        row.openedAt = application.openedAt();
        row.submittedAt = application.submittedAt();
        row.bankReference = application.bankReference();
        CreditDecision decision = application.decision();
        Money approved = decision == null ? null : decision.approvedAmount();
        row.decision = decision == null ? null : decision.outcome().name();
        row.approvedAmountMinor = approved == null ? null : approved.amountMinor();
        row.decidedAt = decision == null ? null : decision.decidedAt();
        row.signedBy = application.signedBy();
        row.signedAt = application.signedAt();
        Application.Closure closure = application.closure();
        row.journeyEnd = closure == null ? null : closure.end();
        row.closedAt = closure == null ? null : closure.at();
    }

    private static @Nullable CreditDecision decision(ApplicationRow row) {
        Instant decidedAt = row.decidedAt;
        if (row.decision == null || decidedAt == null) {
            return null;
        }
        // The bank lends in the currency that it was asked in: the rule refuses every other.
        Money approved = row.approvedAmountMinor == null ? null : new Money(row.approvedAmountMinor, row.currency);
        return new CreditDecision(BankDecision.valueOf(row.decision), approved, decidedAt);
    }
}
