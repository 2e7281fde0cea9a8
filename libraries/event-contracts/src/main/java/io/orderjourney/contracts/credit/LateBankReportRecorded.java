package io.orderjourney.contracts.credit;

import io.orderjourney.contracts.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The bank reported something that changes nothing any more: the agreement is signed, or the application is closed.
 *
 * @param report what it reported
 * @param approvedAmount what it lends; null without an approval
 * @param reportedAt when it happened, as the bank reports it
 */
public record LateBankReportRecorded(
        UUID applicationId,
        String bank,
        BankReport report,
        @Nullable Money approvedAmount,
        Instant reportedAt) {}
