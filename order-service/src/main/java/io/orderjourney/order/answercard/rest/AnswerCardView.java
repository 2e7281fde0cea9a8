package io.orderjourney.order.answercard.rest;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.order.answercard.Papers;
import io.orderjourney.order.answercard.Stage;
import io.orderjourney.order.answercard.Whereabouts;
import io.orderjourney.promises.Outlook;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer card as JSON; times carry the offset of the shop's zone. */
@Schema(
        name = "AnswerCard",
        description = "Where a journey stands, what it waits for, who has it, until when, what next. Built from events"
                + " alone, derived at asOf.")
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
        WhereItIs whereItIs,
        List<GateLine> gates,
        @Nullable AppointmentLine appointment,
        List<PromiseLine> promises,
        List<MessageLine> messages,
        List<TimelineEntry> timeline,
        OffsetDateTime asOf) {

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
    record WhereItIs(
            Whereabouts.Place goods,

            @Nullable @Schema(description = "While the goods are on their way")
            OffsetDateTime goodsExpectedAt,

            Papers.@Nullable Place papers,
            @Nullable OffsetDateTime papersSince,

            @Nullable @Schema(description = "While the papers are searched for")
            String papersLastSeen) {}

    /** One precondition of handing the goods over. */
    record GateLine(
            Gate gate,
            boolean open,

            @Nullable @Schema(description = "Since when it is open or closed; absent if it never was open")
            OffsetDateTime since,

            @Nullable @Schema(description = "Why it was closed again")
            String why) {}

    /** When and where the customer signs. */
    record AppointmentLine(
            String pickupPoint,
            String expertId,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,

            @Nullable @Schema(description = "Since when the expert is known to be in")
            OffsetDateTime expertInAt) {}

    /** One promise of the journey. */
    record PromiseLine(
            UUID id,
            PromiseKind kind,
            Desk desk,
            @Nullable String partner,
            String owner,

            @Schema(description = "In the words and the language of the customer")
            String told,

            OffsetDateTime madeAt,

            @Schema(description = "The due time first said; it never changes")
            OffsetDateTime firstPromisedAt,

            Precision precision,
            @Nullable OffsetDateTime windowStartAt,

            @Schema(description = "The due time the customer now believes in")
            OffsetDateTime dueAt,

            Outlook outlook,

            @Nullable @Schema(description = "When it will be kept, as known now")
            OffsetDateTime expectedAt,

            List<PromiseKind> waitsFor,
            List<MoveLine> reschedules,
            @Nullable OffsetDateTime keptAt,
            @Nullable String evidence,
            @Nullable OffsetDateTime withdrawnAt) {}

    /** A promise got a new due time. */
    record MoveLine(
            OffsetDateTime previousDueAt,
            OffsetDateTime dueAt,
            ReasonCode reason,
            String decidedBy,
            boolean bySystem,
            OffsetDateTime rescheduledAt,

            @Nullable @Schema(description = "When the customer was handed the delay notice with this date")
            OffsetDateTime announcedAt) {}

    /** A message to the customer. */
    record MessageLine(
            UUID noticeId,
            Channel channel,

            @Schema(description = "What it told; DELAY and the kind of promise for a delay notice")
            List<String> subjects,

            boolean handedOver,
            @Nullable String why,
            OffsetDateTime at) {}

    /** Something that happened. */
    record TimelineEntry(
            OffsetDateTime at,
            String who,
            @Schema(description = "In words for staff") String what,

            @Schema(description = "The event's public name", examples = "orders.order-placed.v1")
            String type,

            String source) {}
}
