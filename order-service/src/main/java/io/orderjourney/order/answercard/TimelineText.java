package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.promises.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One sentence for staff for each fact, and who did it. */
public final class TimelineText {

    private static final Map<EventType<?>, BiFunction<Object, ZoneId, String>> TEXTS = new HashMap<>();
    private static final Map<EventType<?>, Function<Object, String>> ACTORS = new HashMap<>();

    static {
        describeOrders();
        describeCredit();
        describeGoods();
        describePromises();
        describeNotices();
    }

    private TimelineText() {}

    /** What happened, in English; times in the shop's zone. */
    public static String text(JourneyFact fact, ZoneId zone) {
        BiFunction<Object, ZoneId, String> words = TEXTS.get(fact.type());
        return words == null ? fact.type().wireName() : words.apply(fact.data(), zone);
    }

    /** Who did it, as exactly as the fact names them; at least the service. */
    public static String actor(JourneyFact fact) {
        Function<Object, String> words = ACTORS.get(fact.type());
        String actor = fact.actor();
        if (words != null) {
            return words.apply(fact.data());
        }
        return actor != null ? actor : fact.source().replaceFirst("^/", "");
    }

    /** Whether there is a sentence for facts of this type. */
    static boolean knows(EventType<?> type) {
        return TEXTS.containsKey(type);
    }

    private static void describeOrders() {
        text(EventTypes.ORDER_PLACED, (data, zone) -> "Order " + data.orderNumber() + " was placed");
        text(
                EventTypes.CONFIRMATION_CALL_LOGGED,
                (data, zone) -> "Confirmation call " + data.attempt() + ": " + words(data.outcome())
                        + callBack(data.callAgainAt(), zone));
        actor(EventTypes.CONFIRMATION_CALL_LOGGED, data -> data.calledBy());
        text(EventTypes.ORDER_CONFIRMED, (data, zone) -> "The order was confirmed");
        actor(EventTypes.ORDER_CONFIRMED, data -> data.confirmedBy());
        text(
                EventTypes.ORDER_CHANGED,
                (data, zone) -> data.changes().stream()
                        .map(line -> line.quantity() + " instead of " + line.quantityBefore() + " × " + line.name())
                        .collect(Collectors.joining(", ", changed(data.reason()), "")));
        text(EventTypes.PAYMENT_CHANGED, (data, zone) -> "The customer pays " + words(data.payment()) + " from now on");
        text(EventTypes.REST_PAYMENT_AGREED, (data, zone) -> "The customer pays the rest of the price at the counter");
        text(EventTypes.CHASE_LOGGED, (data, zone) -> "The customer had to ask: " + words(data.channel()));
        actor(EventTypes.CHASE_LOGGED, data -> data.loggedBy());
        text(EventTypes.CALLBACK_LOGGED, (data, zone) -> "Called back: " + words(data.outcome()));
        actor(EventTypes.CALLBACK_LOGGED, data -> data.calledBy());
        text(
                EventTypes.INQUIRY_RECEIVED,
                (data, zone) -> "Inquiry " + data.inquiryNumber() + " came in: " + words(data.channel()));
        text(
                EventTypes.CORRECTION_PROMISED,
                (data, zone) -> "Promised for the customer's next order: " + words(data.care()));
        text(
                EventTypes.REPAIR_DIAGNOSED,
                (data, zone) -> data.workshop() + " found what is wrong: " + words(data.outcome()));
        actor(EventTypes.REPAIR_DIAGNOSED, data -> data.workshop());
        text(EventTypes.JOURNEY_ENDED, (data, zone) -> ended(data.end()));
    }

    private static void describeCredit() {
        text(EventTypes.APPLICATION_OPENED, (data, zone) -> "A credit application was opened");
        text(
                EventTypes.CREDIT_CALL_LOGGED,
                (data, zone) -> "Credit call: " + words(data.outcome())
                        + (data.applicationComplete() ? ", the application is complete" : "")
                        + callBack(data.callAgainAt(), zone));
        actor(EventTypes.CREDIT_CALL_LOGGED, data -> data.calledBy());
        text(EventTypes.APPLICATION_SUBMITTED, (data, zone) -> "The application was sent to " + data.bank());
        actor(EventTypes.APPLICATION_SUBMITTED, data -> data.submittedBy());
        text(
                EventTypes.APPLICATION_RECEIVED_BY_BANK,
                (data, zone) -> data.bank() + " has the application"
                        + (data.expectedDecisionAt() == null
                                ? ""
                                : " and expects to decide " + by(data.expectedDecisionAt(), zone)));
        text(EventTypes.CREDIT_APPROVED, (data, zone) -> data.bank() + " approved the credit");
        actor(EventTypes.CREDIT_APPROVED, data -> data.bank());
        text(EventTypes.CREDIT_REFUSED, (data, zone) -> data.bank() + " refused the credit");
        actor(EventTypes.CREDIT_REFUSED, data -> data.bank());
        text(
                EventTypes.SIGNING_APPOINTMENT_BOOKED,
                (data, zone) -> "The signature is "
                        + Wording.when(Precision.WINDOW, data.startsAt(), data.endsAt(), zone, "en") + " with "
                        + data.expertId() + (data.reason() == null ? "" : " (" + words(data.reason()) + ")"));
        text(EventTypes.EXPERT_CHECKED_IN, (data, zone) -> "The credit expert is in");
        actor(EventTypes.EXPERT_CHECKED_IN, data -> data.expertId());
        text(EventTypes.AGREEMENT_SIGNED, (data, zone) -> "The credit agreement was signed");
        actor(EventTypes.AGREEMENT_SIGNED, data -> data.expertId());
        text(
                EventTypes.BANK_PAPERS_ANNOUNCED,
                (data, zone) -> data.bank() + " says that its papers are "
                        + words(data.status())
                        + (data.expectedAt() == null ? "" : ", expected " + by(data.expectedAt(), zone)));
        text(
                EventTypes.BANK_PAPERS_SEARCH_STARTED,
                (data, zone) -> "A search for the bank's papers began"
                        + (data.lastSeen() == null ? "" : "; last seen: " + data.lastSeen()));
        actor(EventTypes.BANK_PAPERS_SEARCH_STARTED, data -> data.startedBy());
        text(EventTypes.BANK_PAPERS_CHECKED_IN, (data, zone) -> "The bank's papers were checked in");
        actor(EventTypes.BANK_PAPERS_CHECKED_IN, data -> data.checkedInBy());
        text(
                EventTypes.APPLICATION_CLOSED,
                (data, zone) -> "The credit application was closed"
                        + (data.bankTold() ? "; the bank is told" : "")
                        + (data.agreementSigned() && data.end() != JourneyEnd.COMPLETED
                                ? "; the signed agreement is to be cancelled"
                                : ""));
        text(
                EventTypes.LATE_BANK_REPORT_RECORDED,
                (data, zone) -> data.bank() + " reported too late to change anything: " + words(data.report()));
        actor(EventTypes.LATE_BANK_REPORT_RECORDED, data -> data.bank());
    }

    private static void describeGoods() {
        text(
                EventTypes.GOODS_RESERVED,
                (data, zone) -> data.onShelf()
                        ? "The goods were reserved on the shelf"
                        : data.expectedAt() == null
                                ? "The goods are awaited; no date is known"
                                : "The goods were reserved, expected " + by(data.expectedAt(), zone));
        text(
                EventTypes.STOCK_ETA_CHANGED,
                (data, zone) -> data.supplier() + " now expects the goods " + by(data.etaAt(), zone));
        text(EventTypes.STOCK_ARRIVED, (data, zone) -> "The goods arrived at " + data.pickupPoint());
        text(EventTypes.GATE_OPENED, (data, zone) -> "Gate open: " + words(data.gate()));
        text(EventTypes.GATE_CLOSED, (data, zone) -> "Gate closed: " + words(data.gate()) + " (" + data.why() + ")");
        text(EventTypes.READY_FOR_PICKUP, (data, zone) -> "Ready for pickup at " + data.pickupPoint());
        text(EventTypes.READINESS_WITHDRAWN, (data, zone) -> "Not ready any more: " + data.why());
        text(
                EventTypes.PARTS_CHANGED,
                (data, zone) -> (data.inParts() ? "In parts: " : "Together: ")
                        + String.join("; ", parts("here", data.here()), parts("still to come", data.coming())));
        text(EventTypes.PART_HANDED_OVER, (data, zone) -> parts("Handed over", data.lines()) + "; the rest follows");
        actor(EventTypes.PART_HANDED_OVER, data -> data.handedOverBy());
        text(EventTypes.CORRECTION_MADE, (data, zone) -> "Packed as promised after a complaint: " + words(data.care()));
        text(EventTypes.COLLECTOR_CODE_ISSUED, (data, zone) -> "Somebody else may collect the goods with a code");
        text(EventTypes.GOODS_HANDED_OVER, (data, zone) -> "The goods were handed over");
        actor(EventTypes.GOODS_HANDED_OVER, data -> data.handedOverBy());
        describeParcel();
    }

    private static void describeParcel() {
        text(EventTypes.PARCEL_DISPATCHED, (data, zone) -> "The parcel left " + data.dispatchPoint());
        actor(EventTypes.PARCEL_DISPATCHED, data -> data.dispatchedBy());
        text(EventTypes.PARCEL_OUT_FOR_DELIVERY, (data, zone) -> "The courier is out with the parcel");
        actor(EventTypes.PARCEL_OUT_FOR_DELIVERY, data -> data.courier());
        text(
                EventTypes.DELIVERY_ATTEMPT_FAILED,
                (data, zone) -> "The courier came and met nobody (attempt " + data.attempt() + ")");
        actor(EventTypes.DELIVERY_ATTEMPT_FAILED, data -> data.courier());
        text(EventTypes.PARCEL_DELIVERED, (data, zone) -> "The parcel was delivered");
        actor(EventTypes.PARCEL_DELIVERED, data -> data.courier());
        text(EventTypes.PARCEL_RECALLED, (data, zone) -> "The courier is to bring the parcel back: " + data.why());
        text(EventTypes.PARCEL_BROUGHT_BACK, (data, zone) -> "The courier says that the parcel is back");
        actor(EventTypes.PARCEL_BROUGHT_BACK, data -> data.courier());
        text(EventTypes.PARCEL_RETURNED, (data, zone) -> "The goods of the returned parcel are on the shelf again");
        actor(EventTypes.PARCEL_RETURNED, data -> data.checkedInBy());
    }

    private static void describePromises() {
        text(
                EventTypes.PROMISE_MADE,
                (data, zone) -> "Promised: " + words(data.kind()) + " "
                        + Wording.when(data.precision(), data.windowStartAt(), data.firstPromisedAt(), zone, "en"));
        actor(EventTypes.PROMISE_MADE, data -> data.madeBy());
        text(
                EventTypes.PROMISE_RESCHEDULED,
                (data, zone) -> "Rescheduled: " + words(data.kind()) + ", now "
                        + Wording.when(Precision.WINDOW, data.windowStartAt(), data.dueAt(), zone, "en") + " ("
                        + words(data.reason()) + ")");
        actor(EventTypes.PROMISE_RESCHEDULED, data -> data.decidedBy());
        text(
                EventTypes.PROMISE_ESTIMATED,
                (data, zone) -> data.expectedAt() == null
                        ? "No date is known any more for: " + words(data.kind())
                        : "Expected: " + words(data.kind()) + " " + by(data.expectedAt(), zone) + " ("
                                + words(data.reason()) + ")");
        actor(EventTypes.PROMISE_ESTIMATED, data -> data.estimatedBy());
        text(
                EventTypes.PROMISE_CONFIRMED,
                (data, zone) -> "Assured: " + words(data.kind()) + " (" + data.evidence() + ")");
        text(
                EventTypes.PROMISE_AT_RISK,
                (data, zone) -> "At risk: " + words(data.kind()) + " (" + words(data.cause()) + ", "
                        + words(data.level()) + ")");
        text(EventTypes.PROMISE_KEPT, (data, zone) -> "Kept: " + words(data.kind()));
        text(
                EventTypes.PROMISE_MISSED,
                (data, zone) -> "Missed" + (data.unannounced() ? " without notice: " : ": ") + words(data.kind()));
        text(
                EventTypes.PROMISE_WITHDRAWN,
                (data, zone) -> "Withdrawn: " + words(data.kind()) + " (" + data.why() + ")");
        text(
                EventTypes.PROMISE_PAUSED,
                (data, zone) -> "The customer's turn: " + words(data.kind()) + " waits until "
                        + at(data.waitsUntilAt(), zone)
                        + " (" + words(data.reason()) + ")");
        text(
                EventTypes.WAITING_EXPIRED,
                (data, zone) ->
                        "The customer did not act in time: " + words(data.kind()) + " (" + words(data.reason()) + ")");
    }

    private static void describeNotices() {
        text(
                EventTypes.CUSTOMER_WARNED,
                (data, zone) -> "Delay notice by " + channel(data.channel())
                        + ": "
                        + data.rescheduled().stream()
                                .map(rescheduled -> words(rescheduled.kind()) + " " + by(rescheduled.dueAt(), zone))
                                .collect(Collectors.joining(", ")));
        text(
                EventTypes.CUSTOMER_TOLD,
                (data, zone) -> "Message by " + channel(data.channel()) + ": " + words(data.subjects()));
        text(
                EventTypes.NOTICE_UNDELIVERED,
                (data, zone) -> "A message by " + channel(data.channel()) + " was not delivered: " + data.why());
        text(EventTypes.DESK_TASK_OPENED, (data, zone) -> "Task for " + words(data.desk()) + ": " + data.text());
        text(
                EventTypes.DESK_TASK_DONE,
                (data, zone) -> "Task of " + words(data.desk()) + " ended (" + data.outcome() + ")");
        actor(EventTypes.DESK_TASK_DONE, data -> data.doneBy());
        text(
                EventTypes.CUSTOMER_ANSWERED,
                (data, zone) -> "The customer answered: " + words(data.answer())
                        + (data.requestedAt() == null ? "" : ", wishes " + at(data.requestedAt(), zone)));
        actor(EventTypes.CUSTOMER_ANSWERED, data -> "customer");
    }

    private static String changed(ReasonCode reason) {
        return reason == ReasonCode.CUSTOMER_DID_NOT_COME
                ? "A part was not collected in time and is free again: "
                : "The customer changed the order: ";
    }

    private static String ended(JourneyEnd end) {
        return switch (end) {
            case COMPLETED -> "The order is complete";
            case CANCELLED_BY_CUSTOMER -> "The customer cancelled the order";
            case CANCELLED_BY_SHOP -> "The shop cancelled the order";
            case CREDIT_REFUSED -> "The order ended: the bank refused, and the customer chose no other way to pay";
            case NOT_COLLECTED -> "The order ended: the goods were not collected";
            case UNREACHABLE -> "The order ended: the customer could not be reached";
            case RETURNED -> "The customer gave the goods back";
        };
    }

    private static <T> void text(EventType<T> type, BiFunction<T, ZoneId, String> words) {
        TEXTS.put(type, (data, zone) -> words.apply(type.dataType().cast(data), zone));
    }

    private static <T> void actor(EventType<T> type, Function<T, String> words) {
        ACTORS.put(type, data -> words.apply(type.dataType().cast(data)));
    }

    private static String callBack(@Nullable Instant callBackAt, ZoneId zone) {
        return callBackAt == null ? "" : ", call back on " + at(callBackAt, zone);
    }

    private static String at(Instant moment, ZoneId zone) {
        return Wording.moment(moment, zone, "en");
    }

    private static String by(Instant at, ZoneId zone) {
        return Wording.when(Precision.BY_TIME, null, at, zone, "en");
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TimelineText::words).collect(Collectors.joining(", "));
    }

    private static String parts(String where, List<PartLine> lines) {
        return where + ": "
                + (lines.isEmpty()
                        ? "nothing"
                        : lines.stream().map(PartLine::name).collect(Collectors.joining(", ")));
    }

    private static String channel(Channel channel) {
        return channel == Channel.SMS ? "SMS" : words(channel);
    }

    private static String words(PromiseKind kind) {
        return words(kind.name());
    }

    /** CALL_LATER reads as "call later". */
    private static String words(Enum<?> constant) {
        return words(constant.name());
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
