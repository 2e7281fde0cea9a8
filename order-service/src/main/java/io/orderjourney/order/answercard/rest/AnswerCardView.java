package io.orderjourney.order.answercard.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.order.answercard.GoodsStatus;
import io.orderjourney.order.answercard.JourneyProjection.PapersPlace;
import io.orderjourney.order.answercard.Stage;
import io.orderjourney.promises.Outlook;
import io.orderjourney.promises.rest.PromiseView;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer card as JSON; times carry the offset of the shop's zone. */
@Schema(
        name = "AnswerCard",
        description = "Where a journey stands, what it waits for, who has it, until when, what next. Built from events"
                + " alone, when it is read.")
record AnswerCardView(
        UUID journeyId,
        @Schema(examples = "A-100042") String orderNumber,
        Stage stage,
        boolean open,

        @Nullable @Schema(description = "What happens next; absent only when the journey is over")
        Step nextStep,

        @Schema(description = "Every step that can be done now, the next one first")
        List<Step> waitsFor,

        OrderSummary order,
        Location location,
        List<GateLine> gates,
        @Nullable AppointmentLine appointment,
        List<PromiseLine> promises,
        List<MessageLine> messages,
        List<TimelineEntry> timeline,

        @Schema(description = "How often the customer had to ask")
        int chases,

        @Schema(description = "Business time of the card") OffsetDateTime calculatedAt) {

    /** A step that can be done now. */
    @Schema(description = "A step that can be done now, whose it is, and until when")
    record Step(
            PromiseKind kind,
            Desk desk,

            @Schema(description = "The number customers call", examples = "+48221000020")
            String phone,

            @Schema(description = "When the desk answers", examples = "Mon-Fri 09:00-19:00; Sat 10:00-15:00")
            String hours,

            @Schema(description = "What to do, for staff") String text,

            @Nullable @Schema(description = "Start of the agreed window, which ends at dueAt; absent without one")
            OffsetDateTime windowStartAt,

            OffsetDateTime dueAt) {}

    /** What was ordered. */
    record OrderSummary(
            UUID customerId,
            String language,
            PaymentMethod payment,
            String pickupPoint,
            List<OrderLine> lines,
            Money total,
            OffsetDateTime placedAt) {}

    /** Where goods and papers are. */
    record Location(
            GoodsStatus.Place goods,

            @Nullable @Schema(description = "While the goods are on their way")
            OffsetDateTime goodsExpectedAt,

            @Nullable @Schema(description = "Absent as long as nothing is known of the bank's papers")
            PapersPlace papers,

            @Nullable @Schema(description = "Since when the papers are there")
            OffsetDateTime papersChangedAt,

            @Nullable @Schema(description = "In words, while the papers are missing")
            String papersLastSeen) {}

    /** One precondition of handing the goods over. */
    @Schema(name = "GateState")
    record GateLine(
            Gate gate,
            boolean open,

            @Nullable @Schema(description = "When it was opened or closed; absent if it never was open")
            OffsetDateTime changedAt,

            @Nullable @Schema(description = "Why it was closed again")
            String closeReason) {}

    /** When and where the customer signs. */
    @Schema(name = "Appointment")
    record AppointmentLine(
            String pickupPoint,
            String expertId,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,

            @Nullable @Schema(description = "Absent until the expert checks in")
            OffsetDateTime expertCheckedInAt) {}

    /** One promise of the journey with what is to be expected of it. */
    @Schema(name = "JourneyPromise")
    record PromiseLine(
            @JsonUnwrapped PromiseView promise,
            Outlook outlook,

            @Nullable @Schema(description = "When it will be kept, as known now; absent once it is over")
            OffsetDateTime expectedAt,

            List<RescheduleLine> reschedules) {}

    /** A promise got a new due time. */
    @Schema(name = "Reschedule")
    record RescheduleLine(
            OffsetDateTime previousDueAt,
            OffsetDateTime dueAt,
            ReasonCode reason,
            String decidedBy,
            boolean bySystem,
            OffsetDateTime rescheduledAt,

            @Nullable @Schema(description = "When the delay notice with this date was delivered; absent if none was")
            OffsetDateTime announcedAt) {}

    /** A message to the customer. */
    @Schema(name = "Message")
    record MessageLine(
            UUID noticeId,
            Channel channel,

            @Schema(description = "What it is about; DELAY and the kind of promise for a delay notice")
            List<String> subjects,

            @Schema(description = "Whether the channel took it")
            boolean delivered,

            @Nullable @Schema(description = "Absent if it was delivered")
            String failureReason,

            OffsetDateTime attemptedAt) {}

    /** Something that happened. */
    record TimelineEntry(
            OffsetDateTime occurredAt,

            @Schema(description = "Who did it", examples = "sales:anna")
            String actor,

            @Schema(description = "What happened, for staff")
            String text,

            @Schema(description = "The event's public name", examples = "orders.order-placed.v1")
            String type,

            String source) {}
}
