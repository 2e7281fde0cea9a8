package io.orderjourney.notification.messages.text;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.notification.messages.MessageRenderer;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Renders messages from the text bundle of the customer's language and an HTML template. The texts blame nobody, and always
 * say what the customer can do.
 */
@ApplicationScoped
class QuteMessageRenderer implements MessageRenderer {

    private static final String BUNDLE = "io.orderjourney.notification.messages.messages";

    /** Reasons of the shop's own that a customer can make something of. */
    private static final Set<ReasonCode> TOLD_REASONS = EnumSet.of(
            ReasonCode.SUPPLIER_LATE,
            ReasonCode.COURIER_LATE,
            ReasonCode.WORKSHOP_LATE,
            ReasonCode.GOODS_MISSING,
            ReasonCode.BANK_LATE,
            ReasonCode.PAPERS_MISSING,
            ReasonCode.EXPERT_ABSENT,
            ReasonCode.DESK_BUSY,
            ReasonCode.EARLIER_STEP_LATE);

    private final Template page;
    private final String shopName;

    QuteMessageRenderer(
            @Location("message.html") Template page, @ConfigProperty(name = "journey.shop.name") String shopName) {
        this.page = page;
        this.shopName = shopName;
    }

    @Override
    public RenderedMessage render(MessageContent content) {
        Texts texts = new Texts(BUNDLE, content.language(), prefix(content));
        String title = title(content, texts);
        List<Paragraph> paragraphs = paragraphs(content, texts);
        String greeting = texts.get("greeting");
        String html = page.data("language", texts.language())
                .data("title", title)
                .data("greeting", greeting)
                .data("paragraphs", paragraphs)
                .data("promisedHeading", content.promised().isEmpty() ? "" : texts.get("promised.heading"))
                .data("promised", content.promised())
                .data("answerLink", content.answerLink() == null ? "" : content.answerLink())
                .data("answerText", texts.get(answerKey(content)))
                .data("calendarLink", content.calendarLink() == null ? "" : content.calendarLink())
                .data("calendarText", texts.get(calendarKey(content)))
                .data("closing", closing(content, texts))
                .data("shopName", shopName)
                .render();
        SmsMessage sms = new SmsMessage(content, texts, mainNews(content));
        return new RenderedMessage(
                title, text(content, texts, greeting, paragraphs), html, sms.text(), sms.datesTold());
    }

    /** Who waits for an article, and not for an answer, reads other words; so does who ordered nothing. */
    private static String prefix(MessageContent content) {
        if (!content.isInquiry()) {
            return "";
        }
        return content.goods().isEmpty() ? "inquiry." : "article.";
    }

    private static String title(MessageContent content, Texts texts) {
        if (content.news().contains(NoticeSubject.READINESS_WITHDRAWN)) {
            return texts.get("title.READINESS_WITHDRAWN", content.orderNumber());
        }
        if (content.tellsDelay()) {
            return texts.get("title.delay", content.orderNumber(), whatChanged(content));
        }
        NoticeSubject main = mainNews(content);
        return texts.get(
                main == null ? titleOf(content.newDates()) : "title." + main.name() + variant(main, content),
                content.orderNumber());
    }

    private static String titleOf(List<MessageContent.NewDate> newDates) {
        DateShift first =
                newDates.stream().map(MessageContent.NewDate::shift).findFirst().orElse(DateShift.AGREED);
        return "title." + key(first);
    }

    private static String key(DateShift shift) {
        return switch (shift) {
            case DELAY -> "delay";
            case AGREED -> "agreed";
            case RESUMED -> "resumed";
            case NOT_REACHED -> "notReached";
            case BACK_ON_TRACK -> "onTrack";
            case EARLIER -> "earlier";
        };
    }

    /** Of several pieces of news the latest step of the journey gives the title. */
    private static @Nullable NoticeSubject mainNews(MessageContent content) {
        return content.news().stream()
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElse(null);
    }

    /**
     * One paragraph of the message.
     *
     * @param date whether it has the new date: what the customer looks for first
     */
    public record Paragraph(String text, boolean date) {

        static Paragraph of(String text) {
            return new Paragraph(text, false);
        }
    }

    private static List<Paragraph> paragraphs(MessageContent content, Texts texts) {
        List<Paragraph> paragraphs = new ArrayList<>();
        if (content.news().contains(NoticeSubject.READINESS_WITHDRAWN)) {
            // The customer may be about to leave: this comes first.
            paragraphs.add(Paragraph.of(news(NoticeSubject.READINESS_WITHDRAWN, content, texts)));
        }
        if (content.tellsDelay() && content.apology()) {
            paragraphs.add(Paragraph.of(texts.get("delay.apology", delays(content), whatChanged(content))));
        }
        for (MessageContent.NewDate date : content.newDates()) {
            paragraphs.add(new Paragraph(
                    texts.get(
                                    key(date.shift()) + ".date",
                                    date.told(),
                                    date.before(),
                                    texts.inside(date.told()),
                                    Texts.whatChanged(date.appointment()),
                                    texts.calls(date.calledAt()))
                            + why(date, texts),
                    true));
        }
        for (NoticeSubject subject : content.news()) {
            boolean saidByStaff = subject == NoticeSubject.NEXT_UPDATE && content.freeText() != null;
            if (subject != NoticeSubject.READINESS_WITHDRAWN && !saidByStaff) {
                paragraphs.addAll(newsParagraphs(subject, content, texts));
            }
        }
        if (content.freeText() != null) {
            paragraphs.add(Paragraph.of(content.freeText()));
        }
        if (content.news().contains(NoticeSubject.INQUIRY_ANSWERED)) {
            paragraphs.add(Paragraph.of(texts.get("asked.answered", Texts.phone(content.phone()))));
        }
        if (!content.newDates().isEmpty()) {
            paragraphs.add(Paragraph.of(texts.get(
                    "answer.offer",
                    Texts.phone(content.phone()),
                    content.newDates().size(),
                    whatChanged(content))));
        }
        return paragraphs;
    }

    /** Only a delay needs a reason, and only one that says something to a customer. */
    private static String why(MessageContent.NewDate date, Texts texts) {
        ReasonCode reason = date.reason();
        return date.shift() == DateShift.DELAY && reason != null && TOLD_REASONS.contains(reason)
                ? " " + texts.get("reason." + reason.name())
                : "";
    }

    static long delays(MessageContent content) {
        return content.newDates().stream()
                .filter(date -> date.shift() == DateShift.DELAY)
                .count();
    }

    static String whatChanged(MessageContent content) {
        return Texts.whatChanged(content.movesAppointment());
    }

    private static List<Paragraph> newsParagraphs(NoticeSubject subject, MessageContent content, Texts texts) {
        List<Paragraph> paragraphs = new ArrayList<>();
        JourneyEnd end = content.end();
        if (end != null && subject == NoticeSubject.JOURNEY_ENDED) {
            paragraphs.add(
                    Paragraph.of(texts.get("end." + end.name(), content.orderNumber(), Texts.phone(content.phone()))));
            return paragraphs;
        }
        if (subject == NoticeSubject.YOUR_TURN && content.news().contains(NoticeSubject.READY_FOR_PICKUP)) {
            // Who can come is told until when right after that.
            return paragraphs;
        }
        paragraphs.add(Paragraph.of(news(subject, content, texts)));
        if (subject == NoticeSubject.READY_FOR_PICKUP) {
            paragraphs.add(Paragraph.of(atTheCounter(content, texts)));
            if (content.news().contains(NoticeSubject.YOUR_TURN)) {
                paragraphs.addAll(turns(content, texts, "ready.until"));
            }
        }
        if (subject == NoticeSubject.PROBABLY_LATER) {
            content.doubts()
                    .forEach(doubt -> paragraphs.add(
                            new Paragraph(texts.get("doubt.date", doubt.told(), doubt.certain()), true)));
        }
        MessageContent.Changed changed = content.changed();
        if (subject == NoticeSubject.ORDER_CHANGED && changed != null) {
            paragraphs.add(Paragraph.of(whatIsOther(changed, texts)));
        }
        if (isTurn(subject)) {
            paragraphs.addAll(turns(content, texts, "turn.COLLECTION"));
        }
        return paragraphs;
    }

    private static String whatIsOther(MessageContent.Changed changed, Texts texts) {
        List<String> sentences = new ArrayList<>();
        if (!changed.added().isEmpty()) {
            sentences.add(texts.get("changed.added", changed.added()));
        }
        if (!changed.removed().isEmpty()) {
            sentences.add(texts.get("changed.removed", changed.removed()));
        }
        if (!changed.others().isEmpty()) {
            sentences.add(texts.get(
                    "changed.quantity",
                    changed.others().stream()
                            .map(other -> texts.get("changed.pieces", other.name(), other.now(), other.before()))
                            .collect(Collectors.joining(", "))));
        }
        Money total = changed.total();
        if (total != null) {
            sentences.add(texts.get("changed.total", texts.money(total)));
        }
        return String.join(" ", sentences);
    }

    /** @param collection the text that says until when the goods wait */
    private static List<Paragraph> turns(MessageContent content, Texts texts, String collection) {
        return content.turns().stream()
                .map(turn -> new Paragraph(
                        texts.get(
                                turn.reason() == WaitingReason.COLLECTION
                                        ? collection
                                        : "turn." + turn.reason().name(),
                                turn.until(),
                                Texts.phone(content.phone())),
                        true))
                .toList();
    }

    private static String atTheCounter(MessageContent content, Texts texts) {
        Money toPay = content.toPay();
        String open = texts.get("ready.hours", texts.hours(content.counterHours()));
        return toPay == null ? open : open + " " + texts.get("ready.toPay", texts.money(toPay));
    }

    static boolean isTurn(NoticeSubject subject) {
        return subject == NoticeSubject.YOUR_TURN || subject == NoticeSubject.YOUR_TURN_REMINDER;
    }

    private static String news(NoticeSubject subject, MessageContent content, Texts texts) {
        MessageContent.Parts parts = content.parts();
        MessageContent.Changed changed = content.changed();
        return texts.get(
                "news." + subject.name() + variant(subject, content),
                content.orderNumber(),
                pickupPoint(content),
                parts == null ? "" : parts.here(),
                parts == null ? "" : parts.coming(),
                content.code(),
                content.goods(),
                changed == null ? "" : changed.removed(),
                Texts.phone(content.phone()));
    }

    /** A part and the rest of the goods are told in words of their own, and so is a credit below the price. */
    static String variant(NoticeSubject subject, MessageContent content) {
        MessageContent.Parts parts = content.parts();
        return switch (subject) {
            case READY_FOR_PICKUP -> parts == null ? "" : parts.variant();
            case CREDIT_APPROVED -> content.waitsFor(WaitingReason.CREDIT_CHOICE) ? ".less" : "";
            default -> "";
        };
    }

    static String pickupPoint(MessageContent content) {
        return Objects.requireNonNullElse(content.pickupPoint(), "");
    }

    private String text(MessageContent content, Texts texts, String greeting, List<Paragraph> paragraphs) {
        StringBuilder text = new StringBuilder(greeting).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph.text()).append("\n\n"));
        if (content.answerLink() != null) {
            text.append(texts.get(answerKey(content)))
                    .append(": ")
                    .append(content.answerLink())
                    .append("\n\n");
        }
        if (content.calendarLink() != null) {
            text.append(texts.get(calendarKey(content)))
                    .append(": ")
                    .append(content.calendarLink())
                    .append("\n\n");
        }
        if (!content.promised().isEmpty()) {
            text.append(texts.get("promised.heading")).append('\n');
            content.promised()
                    .forEach(promise -> text.append("  - ").append(promise).append(".\n"));
            text.append('\n');
        }
        return text.append(closing(content, texts))
                .append("\n\n")
                .append(shopName)
                .append('\n')
                .toString();
    }

    private static String answerKey(MessageContent content) {
        if (content.news().contains(NoticeSubject.FEEDBACK_REQUEST)) {
            return "feedback.button";
        }
        return content.newDates().isEmpty() ? "page.button" : "answer.button";
    }

    private static String calendarKey(MessageContent content) {
        return content.movesCalendar() ? "calendar.update" : "calendar.add";
    }

    private static String closing(MessageContent content, Texts texts) {
        return texts.get(
                "closing",
                Texts.phone(content.phone()),
                texts.hours(content.hours()),
                content.orderNumber(),
                content.number(),
                content.goods().isEmpty() ? "" : " (" + content.goods() + ")");
    }
}
