package io.orderjourney.order.answercard;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells staff in a sentence what a fact says, and who did it. */
public final class TimelineWords {

    private static final Map<EventType<?>, BiFunction<Object, ZoneId, String>> WHAT = new HashMap<>();
    private static final Map<EventType<?>, Function<Object, String>> WHO = new HashMap<>();

    static {
        tellOrders();
        tellCredit();
        tellGoods();
        tellPromises();
        tellNotices();
    }

    private TimelineWords() {}

    /** What happened, in English; times in the shop's zone. */
    public static String what(JourneyFact fact, ZoneId zone) {
        BiFunction<Object, ZoneId, String> words = WHAT.get(fact.type());
        return words == null ? fact.type().wireName() : words.apply(fact.data(), zone);
    }

    /** Who did it, as exactly as the fact says; at least the service. */
    public static String who(JourneyFact fact) {
        Function<Object, String> words = WHO.get(fact.type());
        String actor = fact.actor();
        if (words != null) {
            return words.apply(fact.data());
        }
        return actor != null ? actor : fact.source().replaceFirst("^/", "");
    }

    /** Whether there are words for facts of this type. */
    static boolean knows(EventType<?> type) {
        return WHAT.containsKey(type);
    }

    private static void tellOrders() {
        what(EventTypes.ORDER_PLACED, (data, zone) -> "Order " + data.orderNumber() + " was placed");
        what(
                EventTypes.CONFIRMATION_CALL_LOGGED,
                (data, zone) -> "Confirmation call " + data.attempt() + ": " + words(data.outcome())
                        + again(data.callAgainAt(), zone));
        who(EventTypes.CONFIRMATION_CALL_LOGGED, data -> data.calledBy());
        what(EventTypes.ORDER_CONFIRMED, (data, zone) -> "The order was confirmed");
        who(EventTypes.ORDER_CONFIRMED, data -> data.confirmedBy());
        what(EventTypes.ORDER_COMPLETED, (data, zone) -> "The order is complete");
    }

    private static void tellCredit() {
        what(EventTypes.APPLICATION_OPENED, (data, zone) -> "A credit application was opened");
        what(
                EventTypes.CREDIT_CALL_LOGGED,
                (data, zone) -> "Credit call: " + words(data.outcome())
                        + (data.applicationComplete() ? ", the application is complete" : "")
                        + again(data.callAgainAt(), zone));
        who(EventTypes.CREDIT_CALL_LOGGED, data -> data.calledBy());
        what(EventTypes.APPLICATION_SUBMITTED, (data, zone) -> "The application was sent to " + data.bank());
        who(EventTypes.APPLICATION_SUBMITTED, data -> data.submittedBy());
        what(
                EventTypes.APPLICATION_RECEIVED_BY_BANK,
                (data, zone) -> data.bank() + " has the application"
                        + (data.expectedDecisionAt() == null
                                ? ""
                                : " and expects to decide " + by(data.expectedDecisionAt(), zone)));
        what(EventTypes.CREDIT_APPROVED, (data, zone) -> data.bank() + " approved the credit");
        who(EventTypes.CREDIT_APPROVED, data -> data.bank());
        what(EventTypes.CREDIT_REFUSED, (data, zone) -> data.bank() + " refused the credit");
        who(EventTypes.CREDIT_REFUSED, data -> data.bank());
        what(
                EventTypes.SIGNING_APPOINTMENT_BOOKED,
                (data, zone) -> "The signature is "
                        + Wording.when(Precision.WINDOW, data.startsAt(), data.endsAt(), zone, "en") + " with "
                        + data.expertId() + (data.reason() == null ? "" : " (" + words(data.reason()) + ")"));
        what(EventTypes.EXPERT_CHECKED_IN, (data, zone) -> "The credit expert is in");
        who(EventTypes.EXPERT_CHECKED_IN, data -> data.expertId());
        what(EventTypes.AGREEMENT_SIGNED, (data, zone) -> "The credit agreement was signed");
        who(EventTypes.AGREEMENT_SIGNED, data -> data.expertId());
        what(
                EventTypes.BANK_PAPERS_ANNOUNCED,
                (data, zone) -> data.bank() + " says that its papers are "
                        + words(data.status())
                        + (data.expectedAt() == null ? "" : ", expected " + by(data.expectedAt(), zone)));
        what(
                EventTypes.BANK_PAPERS_SEARCH_STARTED,
                (data, zone) -> "A search for the bank's papers began"
                        + (data.lastSeen() == null ? "" : "; last seen: " + data.lastSeen()));
        who(EventTypes.BANK_PAPERS_SEARCH_STARTED, data -> data.startedBy());
        what(EventTypes.BANK_PAPERS_CHECKED_IN, (data, zone) -> "The bank's papers were checked in");
        who(EventTypes.BANK_PAPERS_CHECKED_IN, data -> data.checkedInBy());
    }

    private static void tellGoods() {
        what(
                EventTypes.GOODS_RESERVED,
                (data, zone) -> data.onShelf()
                        ? "The goods were reserved on the shelf"
                        : data.expectedAt() == null
                                ? "The goods are wanted; nobody knows when they come"
                                : "The goods were reserved, expected " + by(data.expectedAt(), zone));
        what(
                EventTypes.STOCK_ETA_CHANGED,
                (data, zone) -> data.supplier() + " now expects the goods " + by(data.etaAt(), zone));
        what(EventTypes.STOCK_ARRIVED, (data, zone) -> "The goods arrived at " + data.pickupPoint());
        what(EventTypes.GATE_OPENED, (data, zone) -> "Gate open: " + words(data.gate()));
        what(EventTypes.GATE_CLOSED, (data, zone) -> "Gate closed: " + words(data.gate()) + " (" + data.why() + ")");
        what(EventTypes.READY_FOR_PICKUP, (data, zone) -> "Ready for pickup at " + data.pickupPoint());
        what(EventTypes.READINESS_WITHDRAWN, (data, zone) -> "Not ready any more: " + data.why());
        what(EventTypes.GOODS_HANDED_OVER, (data, zone) -> "The goods were handed over");
        who(EventTypes.GOODS_HANDED_OVER, data -> data.handedOverBy());
    }

    private static void tellPromises() {
        what(
                EventTypes.PROMISE_MADE,
                (data, zone) -> "Promised: " + words(data.kind()) + " "
                        + Wording.when(data.precision(), data.windowStartAt(), data.firstPromisedAt(), zone, "en"));
        who(EventTypes.PROMISE_MADE, data -> data.madeBy());
        what(
                EventTypes.PROMISE_RESCHEDULED,
                (data, zone) -> "Rescheduled: " + words(data.kind()) + ", now "
                        + Wording.when(Precision.WINDOW, data.windowStartAt(), data.dueAt(), zone, "en") + " ("
                        + words(data.reason()) + ")");
        who(EventTypes.PROMISE_RESCHEDULED, data -> data.decidedBy());
        what(
                EventTypes.PROMISE_ESTIMATED,
                (data, zone) -> data.expectedAt() == null
                        ? "No date is known any more for: " + words(data.kind())
                        : "Expected: " + words(data.kind()) + " " + by(data.expectedAt(), zone) + " ("
                                + words(data.reason()) + ")");
        who(EventTypes.PROMISE_ESTIMATED, data -> data.estimatedBy());
        what(
                EventTypes.PROMISE_CONFIRMED,
                (data, zone) -> "Assured: " + words(data.kind()) + " (" + data.evidence() + ")");
        what(
                EventTypes.PROMISE_AT_RISK,
                (data, zone) -> "At risk: " + words(data.kind()) + " (" + words(data.cause()) + ", "
                        + words(data.level()) + ")");
        what(EventTypes.PROMISE_KEPT, (data, zone) -> "Kept: " + words(data.kind()));
        what(
                EventTypes.PROMISE_MISSED,
                (data, zone) -> "Missed" + (data.unannounced() ? " without notice: " : ": ") + words(data.kind()));
        what(
                EventTypes.PROMISE_WITHDRAWN,
                (data, zone) -> "Withdrawn: " + words(data.kind()) + " (" + data.why() + ")");
    }

    private static void tellNotices() {
        what(
                EventTypes.CUSTOMER_WARNED,
                (data, zone) -> "The customer was told of a delay by " + channel(data.channel())
                        + ": "
                        + data.rescheduled().stream()
                                .map(rescheduled -> words(rescheduled.kind()) + " " + by(rescheduled.dueAt(), zone))
                                .collect(Collectors.joining(", ")));
        what(
                EventTypes.CUSTOMER_TOLD,
                (data, zone) -> "The customer was told by " + channel(data.channel()) + ": " + words(data.subjects()));
        what(
                EventTypes.NOTICE_UNDELIVERED,
                (data, zone) -> "A message by " + channel(data.channel()) + " did not go out: " + data.why());
        what(EventTypes.DESK_TASK_OPENED, (data, zone) -> "Task for " + words(data.desk()) + ": " + data.text());
        what(
                EventTypes.DESK_TASK_DONE,
                (data, zone) -> "Task of " + words(data.desk()) + " ended (" + data.outcome() + ")");
        who(EventTypes.DESK_TASK_DONE, data -> data.doneBy());
        what(
                EventTypes.CUSTOMER_ANSWERED,
                (data, zone) -> "The customer answered: " + words(data.answer())
                        + (data.requestedAt() == null ? "" : ", wishes " + at(data.requestedAt(), zone)));
        who(EventTypes.CUSTOMER_ANSWERED, data -> "customer");
    }

    private static <T> void what(EventType<T> type, BiFunction<T, ZoneId, String> words) {
        WHAT.put(type, (data, zone) -> words.apply(type.dataType().cast(data), zone));
    }

    private static <T> void who(EventType<T> type, Function<T, String> words) {
        WHO.put(type, data -> words.apply(type.dataType().cast(data)));
    }

    private static String again(@Nullable Instant callAgainAt, ZoneId zone) {
        return callAgainAt == null ? "" : ", call again on " + at(callAgainAt, zone);
    }

    private static String at(Instant moment, ZoneId zone) {
        return Wording.moment(moment, zone, "en");
    }

    private static String by(Instant at, ZoneId zone) {
        return Wording.when(Precision.BY_TIME, null, at, zone, "en");
    }

    private static String words(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(TimelineWords::words).collect(Collectors.joining(", "));
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
