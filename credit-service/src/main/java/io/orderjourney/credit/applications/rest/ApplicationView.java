package io.orderjourney.credit.applications.rest;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.credit.PapersStatus;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.credit.applications.ApplicationState;
import io.orderjourney.credit.applications.BankRequestKind;
import io.orderjourney.promises.rest.PromiseView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the credit desk knows of one application; times carry the offset of the shop's zone.
 *
 * @param bankRequests what the bank was or will be told, in order
 * @param promises what the credit desk promised in this journey, open or not
 */
public record ApplicationView(
        UUID id,
        UUID journeyId,
        String orderNumber,
        UUID customerId,
        String pickupPoint,
        Money amount,
        ApplicationState state,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime submittedAt,
        String bank,
        @Nullable String bankReference,
        List<BankRequestView> bankRequests,
        @Nullable DecisionView decision,
        @Nullable AppointmentView appointment,
        @Nullable String signedBy,
        @Nullable OffsetDateTime signedAt,
        @Nullable PapersView papers,
        @Nullable ClosureView closed,
        List<PromiseView> promises) {

    /**
     * A request to the bank.
     *
     * @param attempts failed calls so far
     * @param nextAttemptAt absent once the bank has acknowledged or rejected it
     * @param rejectedAt when the bank refused the request itself: it is sent again only when the desk says so
     */
    public record BankRequestView(
            BankRequestKind kind,
            int attempts,
            @Nullable OffsetDateTime nextAttemptAt,
            @Nullable String lastFailure,
            @Nullable OffsetDateTime acknowledgedAt,
            @Nullable OffsetDateTime rejectedAt) {}

    /** What the bank decided; its latest decision. */
    public record DecisionView(
            BankDecision outcome, @Nullable Money approvedAmount, OffsetDateTime decidedAt) {}

    /**
     * When the customer signs, and with whom.
     *
     * @param confirmed the expert is there
     */
    public record AppointmentView(String expertId, OffsetDateTime startsAt, OffsetDateTime endsAt, boolean confirmed) {}

    /**
     * How the application was closed.
     *
     * @param end of the journey; absent if it goes on and the customer pays in another way
     */
    public record ClosureView(@Nullable JourneyEnd end, OffsetDateTime closedAt) {}

    /** Where the papers are, as far as anybody knows. */
    public record PapersView(
            @Nullable PapersStatus status,
            @Nullable OffsetDateTime expectedAt,
            @Nullable OffsetDateTime announcedAt,
            @Nullable OffsetDateTime searchStartedAt,
            @Nullable String lastSeen,
            @Nullable OffsetDateTime checkedInAt) {}
}
