package io.orderjourney.notification.messages;

import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.promises.Wording;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message of each kind, as it is told to a customer: an order of January 2026 at a shop in Warsaw. Managers read them on
 * their board, and the tests of the texts read the same ones.
 */
public final class SampleMessages {

    public static final String LINK = "https://shop.example/o/AAAABBVIg1ex0Pm3Zq9k";

    /** New dates are rendered as dates; these subjects are never planned as news. */
    public static final Set<NoticeSubject> TOLD_AS_DATES =
            EnumSet.of(NoticeSubject.DATE_EARLIER, NoticeSubject.BACK_ON_TRACK);

    private static final Set<NoticeSubject> ABOUT_INQUIRIES = EnumSet.of(
            NoticeSubject.INQUIRY_RECEIVED,
            NoticeSubject.COMPLAINT_RECEIVED,
            NoticeSubject.INQUIRY_UPDATE,
            NoticeSubject.INQUIRY_ANSWERED,
            NoticeSubject.STOCK_ALERT_RECEIVED,
            NoticeSubject.BACK_IN_STOCK,
            NoticeSubject.REPAIR_RECEIVED,
            NoticeSubject.REPAIR_DIAGNOSED,
            NoticeSubject.REPAIR_REPLACED,
            NoticeSubject.REPAIR_READY);

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private SampleMessages() {}

    /**
     * Every kind of message by a name of its own, the most frequent first.
     *
     * @param language BCP 47
     */
    public static Map<String, MessageContent> samples(String language) {
        Map<String, MessageContent> samples = new LinkedHashMap<>();
        for (DateShift shift : DateShift.values()) {
            samples.put("new date: " + shift, content(language, List.of(), List.of(call(language, shift)), null));
        }
        for (DateShift shift : List.of(DateShift.DELAY, DateShift.AGREED)) {
            samples.put(
                    "new appointment: " + shift,
                    content(language, List.of(), List.of(appointment(language, shift)), null));
        }
        List<MessageContent.NewDate> both =
                List.of(call(language, DateShift.DELAY), appointment(language, DateShift.DELAY));
        samples.put("two delays", content(language, List.of(), both, null));
        for (NoticeSubject subject : EnumSet.complementOf(EnumSet.copyOf(TOLD_AS_DATES))) {
            MessageContent news = content(language, List.of(subject), List.of(), null);
            samples.put("news: " + subject, ABOUT_INQUIRIES.contains(subject) ? inquiry(news, null) : news);
        }
        MessageContent.Parts some = new MessageContent.Parts("", "Nova X5", "2 × Cover X5");
        samples.put("news: READY_FOR_PICKUP, a part", ready(language, some));
        MessageContent.Parts rest = new MessageContent.Parts("Nova X5", "2 × Cover X5", "");
        samples.put("news: READY_FOR_PICKUP, the rest", ready(language, rest));
        MessageContent.NewDate answer = newDate(
                language,
                DateShift.DELAY,
                PromiseKind.INQUIRY_REPLY,
                Precision.BY_TIME,
                "12T14:00",
                null,
                null,
                "14T12:00");
        samples.put(
                "an answer that takes two days",
                inquiry(
                        content(language, List.of(NoticeSubject.INQUIRY_UPDATE), List.of(answer), "X5: 14.01.?"),
                        "X5: 14.01.?"));
        samples.put("ready, and kept until", ready(language));
        return samples;
    }

    private static MessageContent ready(String language, MessageContent.Parts parts) {
        List<NoticeSubject> news = List.of(NoticeSubject.READY_FOR_PICKUP);
        return content(language, news, List.of(), null, parts);
    }

    private record Promised(PromiseKind kind, Precision precision, String due) {}

    private static Promised repair(boolean begun) {
        return begun
                ? new Promised(PromiseKind.REPAIR_DIAGNOSIS, Precision.END_OF_DAY, "14T17:00")
                : new Promised(PromiseKind.REPAIR_DONE, Precision.END_OF_DAY, "21T17:00");
    }

    /** The same for somebody who asked a question, and ordered nothing. */
    private static MessageContent inquiry(MessageContent order, @Nullable String freeText) {
        boolean answered = order.news().contains(NoticeSubject.INQUIRY_ANSWERED);
        boolean stock = order.news().contains(NoticeSubject.STOCK_ALERT_RECEIVED);
        boolean there = order.news().contains(NoticeSubject.BACK_IN_STOCK)
                || order.news().contains(NoticeSubject.REPAIR_READY);
        boolean repair =
                order.news().stream().anyMatch(subject -> subject.name().startsWith("REPAIR"));
        Promised next = stock
                ? new Promised(PromiseKind.BACK_IN_STOCK, Precision.END_OF_DAY, "16T18:00")
                : repair
                        ? repair(order.news().contains(NoticeSubject.REPAIR_RECEIVED))
                        : new Promised(PromiseKind.INQUIRY_REPLY, Precision.BY_TIME, "12T14:00");
        return new MessageContent(
                order.language(),
                "Q-A-100042",
                order.number(),
                null,
                stock || there || repair ? "Nova X5" : "",
                null,
                order.counterHours(),
                order.news(),
                order.newDates(),
                List.of(),
                null,
                true,
                answered || there || !order.newDates().isEmpty()
                        ? List.of()
                        : List.of(told(order.language(), next.kind(), next.precision(), null, next.due())),
                answered ? "Nova X5: 16.01." : freeText,
                order.phone(),
                order.hours(),
                List.of(),
                null,
                null,
                "",
                null);
    }

    /** Everything is there: the same message says until when it is kept. */
    public static MessageContent ready(String language) {
        MessageContent order =
                content(language, List.of(NoticeSubject.READY_FOR_PICKUP, NoticeSubject.YOUR_TURN), List.of(), null);
        return new MessageContent(
                order.language(),
                order.orderNumber(),
                order.number(),
                order.pickupPoint(),
                order.goods(),
                order.toPay(),
                order.counterHours(),
                order.news(),
                order.newDates(),
                List.of(new MessageContent.Turn(
                        WaitingReason.COLLECTION,
                        Wording.date(Precision.BY_TIME, null, at("2026-01-20T20:00"), WARSAW, language))),
                null,
                true,
                List.of(),
                null,
                order.phone(),
                order.hours(),
                List.of(),
                null,
                null,
                "",
                order.answerLink());
    }

    private static List<MessageContent.Doubt> doubts(String language, List<NoticeSubject> news) {
        return news.contains(NoticeSubject.PROBABLY_LATER)
                ? List.of(new MessageContent.Doubt(
                        told(language, PromiseKind.CONFIRMATION_CALL, Precision.BY_TIME, null, "12T18:00"),
                        Wording.date(Precision.BY_TIME, null, at("2026-01-12T17:30"), WARSAW, language)))
                : List.of();
    }

    private static MessageContent.@Nullable Changed changed(List<NoticeSubject> news) {
        if (news.contains(NoticeSubject.PART_NOT_COLLECTED)) {
            return new MessageContent.Changed("", "Nova X5", List.of(), new Money(7900, "PLN"));
        }
        return news.contains(NoticeSubject.ORDER_CHANGED) ? CHANGED : null;
    }

    private static final MessageContent.Changed CHANGED = new MessageContent.Changed(
            "Glass X5",
            "Charger 45 W",
            List.of(new MessageContent.Quantity("Cover X5", 2, 1)),
            new Money(149700, "PLN"));

    /** The call comes later than it was promised. */
    public static MessageContent delay(String language) {
        return content(language, List.of(), List.of(call(language, DateShift.DELAY)), null);
    }

    private static MessageContent.NewDate call(String language, DateShift shift) {
        boolean later = shift == DateShift.DELAY || shift == DateShift.AGREED;
        return newDate(
                language,
                shift,
                PromiseKind.CONFIRMATION_CALL,
                Precision.BY_TIME,
                later ? "12T14:00" : "12T18:00",
                null,
                null,
                later ? "12T18:00" : "12T14:00");
    }

    private static MessageContent.NewDate appointment(String language, DateShift shift) {
        return newDate(
                language,
                shift,
                PromiseKind.SIGNING_APPOINTMENT,
                Precision.WINDOW,
                "14T12:30",
                "14T11:30",
                "16T12:00",
                "16T13:00");
    }

    private static MessageContent.NewDate newDate(
            String language,
            DateShift shift,
            PromiseKind kind,
            Precision precision,
            String before,
            @Nullable String startBefore,
            @Nullable String start,
            String due) {
        return new MessageContent.NewDate(
                Wording.date(precision, january(startBefore), at("2026-01-" + before), WARSAW, language),
                told(language, kind, precision, start, due),
                shift,
                start == null ? ReasonCode.DESK_BUSY : ReasonCode.EXPERT_ABSENT,
                start != null,
                shift == DateShift.NOT_REACHED ? calls("12T17:00", "12T19:30") : List.of());
    }

    private static List<ZonedDateTime> calls(String... times) {
        return Stream.of(times)
                .map(time -> at("2026-01-" + time).atZone(WARSAW))
                .toList();
    }

    private static @Nullable Instant january(@Nullable String time) {
        return time == null ? null : at("2026-01-" + time);
    }

    /** A message with some news and new dates, and what staff want to say; absent otherwise. */
    public static MessageContent content(
            String language,
            List<NoticeSubject> news,
            List<MessageContent.NewDate> newDates,
            @Nullable String freeText) {
        return content(language, news, newDates, freeText, parts(news));
    }

    private static MessageContent content(
            String language,
            List<NoticeSubject> news,
            List<MessageContent.NewDate> newDates,
            @Nullable String freeText,
            MessageContent.@Nullable Parts parts) {
        return new MessageContent(
                language,
                "A-100042",
                1045,
                "WAW-1",
                "Nova X5, 2 × Cover X5",
                new Money(149700, "PLN"),
                "Mon-Sat 09:00-20:00",
                news,
                newDates,
                List.of(),
                null,
                true,
                List.of(next(language, news)),
                freeText,
                "+48221000010",
                "Mon-Fri 09:00-20:00; Sat 10:00-16:00",
                doubts(language, news),
                changed(news),
                parts,
                news.contains(NoticeSubject.COLLECTOR_CODE) ? "483920" : "",
                LINK);
    }

    private static MessageContent.@Nullable Parts parts(List<NoticeSubject> news) {
        if (news.contains(NoticeSubject.PART_NOT_COLLECTED)) {
            return new MessageContent.Parts("", "", "2 × Cover X5");
        }
        if (news.contains(NoticeSubject.PART_HANDED_OVER)) {
            return new MessageContent.Parts("Nova X5", "", "2 × Cover X5");
        }
        return news.contains(NoticeSubject.PARTS_OFFERED) || news.contains(NoticeSubject.PARTS_AGREED)
                ? new MessageContent.Parts("", "Nova X5", "2 × Cover X5")
                : null;
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }

    /** The promise that a message with this news is about. */
    private static String next(String language, List<NoticeSubject> news) {
        if (news.contains(NoticeSubject.APPOINTMENT_BOOKED)) {
            return appointment(language, DateShift.AGREED).told();
        }
        if (news.contains(NoticeSubject.READY_FOR_PICKUP)) {
            return told(language, PromiseKind.PICKUP_SLOT, Precision.WINDOW, "13T16:47", "17T20:00");
        }
        if (news.contains(NoticeSubject.PART_HANDED_OVER)) {
            return told(language, PromiseKind.REST_READY, Precision.END_OF_DAY, null, "13T20:00");
        }
        return news.contains(NoticeSubject.NEXT_UPDATE)
                ? told(language, PromiseKind.NEXT_UPDATE, Precision.BY_TIME, null, "13T12:00")
                : told(language, PromiseKind.PICKUP_READY, Precision.END_OF_DAY, null, "13T20:00");
    }

    private static String told(
            String language, PromiseKind kind, Precision precision, @Nullable String start, String due) {
        return Wording.told(kind, precision, january(start), at("2026-01-" + due), WARSAW, language);
    }
}
