package io.orderjourney.notification.messages.text;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.notification.messages.MessageRenderer;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Renders messages from the text bundle of the customer's language and an HTML template. The texts blame nobody, and always
 * say what the customer can do.
 */
@ApplicationScoped
class QuteMessageRenderer implements MessageRenderer {

    private static final String BUNDLE = "io.orderjourney.notification.messages.messages";

    private final Template page;
    private final String shopName;

    QuteMessageRenderer(
            @Location("message.html") Template page, @ConfigProperty(name = "journey.shop.name") String shopName) {
        this.page = page;
        this.shopName = shopName;
    }

    @Override
    public RenderedMessage render(MessageContent content) {
        Texts texts = new Texts(BUNDLE, content.language());
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
                .data("closing", closing(content, texts))
                .data("shopName", shopName)
                .render();
        return new RenderedMessage(title, text(content, texts, greeting, paragraphs), html, sms(content, texts));
    }

    private static String title(MessageContent content, Texts texts) {
        if (content.news().contains(NoticeSubject.READINESS_WITHDRAWN)) {
            return texts.get("title.READINESS_WITHDRAWN", content.orderNumber());
        }
        if (content.tellsDelay()) {
            return texts.get("title.delay", content.orderNumber(), whatChanged(content));
        }
        NoticeSubject main = mainNews(content);
        return texts.get(main == null ? titleOf(content.newDates()) : "title." + main.name(), content.orderNumber());
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
                            Texts.whatChanged(date.appointment())),
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
        if (!content.newDates().isEmpty()) {
            paragraphs.add(Paragraph.of(texts.get(
                    "answer.offer",
                    Texts.phone(content.phone()),
                    content.newDates().size(),
                    whatChanged(content))));
        }
        return paragraphs;
    }

    private static long delays(MessageContent content) {
        return content.newDates().stream()
                .filter(date -> date.shift() == DateShift.DELAY)
                .count();
    }

    private static String whatChanged(MessageContent content) {
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
        paragraphs.add(Paragraph.of(news(subject, content, texts)));
        if (isTurn(subject)) {
            content.turns()
                    .forEach(turn -> paragraphs.add(new Paragraph(
                            texts.get("turn." + turn.reason().name(), turn.until(), Texts.phone(content.phone())),
                            true)));
        }
        return paragraphs;
    }

    private static boolean isTurn(NoticeSubject subject) {
        return subject == NoticeSubject.YOUR_TURN || subject == NoticeSubject.YOUR_TURN_REMINDER;
    }

    private static String news(NoticeSubject subject, MessageContent content, Texts texts) {
        return texts.get("news." + subject.name(), content.orderNumber(), content.pickupPoint());
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
        return content.newDates().isEmpty() ? "page.button" : "answer.button";
    }

    private static String sms(MessageContent content, Texts texts) {
        List<String> sentences = new ArrayList<>();
        NoticeSubject main = content.news().contains(NoticeSubject.READINESS_WITHDRAWN)
                ? NoticeSubject.READINESS_WITHDRAWN
                : mainNews(content);
        boolean agreed = !content.newDates().isEmpty()
                && content.newDates().stream().allMatch(date -> date.shift() == DateShift.AGREED);
        boolean stop = main == NoticeSubject.READINESS_WITHDRAWN;
        if (main != null && stop) {
            sentences.add(smsNews(main, content, texts));
        }
        if (content.tellsDelay() && content.apology()) {
            sentences.add(texts.get("sms.sorry", delays(content), whatChanged(content)));
        }
        content.newDates()
                .forEach(date -> sentences.add((sentences.isEmpty() ? texts.inside(date.told()) : date.told()) + "."));
        if (main != null && !stop) {
            sentences.add(smsNews(main, content, texts));
        }
        if (content.news().stream().anyMatch(QuteMessageRenderer::isTurn)) {
            content.turns()
                    .forEach(turn ->
                            sentences.add(texts.get("sms.turn." + turn.reason().name(), turn.until())));
        }
        String order = texts.get(agreed && main == null ? "sms.order.agreed" : "sms.order", content.orderNumber());
        for (int index = 1; index < sentences.size(); index++) {
            sentences.set(index, texts.sentence(sentences.get(index)));
        }
        if (sentences.isEmpty()) {
            sentences.add(order);
        } else {
            sentences.set(0, order + " " + sentences.get(0));
        }
        String link = content.answerLink() == null ? "" : " " + content.answerLink();
        return SmsText.fit(
                sentences, link + " " + texts.get("sms.call", Texts.phone(content.phone()), content.number()));
    }

    private static String smsNews(NoticeSubject main, MessageContent content, Texts texts) {
        String freeText = content.freeText();
        JourneyEnd end = content.end();
        if (end != null && main == NoticeSubject.JOURNEY_ENDED) {
            return texts.get("sms.end." + end.name());
        }
        return main == NoticeSubject.NEXT_UPDATE && freeText != null
                ? freeText
                : texts.get("sms." + main.name(), content.pickupPoint(), firstPromise(content))
                        .strip();
    }

    /** When an update without a text of staff is followed by the next, when the appointment is, until when the goods wait. */
    private static String firstPromise(MessageContent content) {
        return content.promised().stream().findFirst().map(told -> told + ".").orElse("");
    }

    private static String closing(MessageContent content, Texts texts) {
        return texts.get(
                "closing",
                Texts.phone(content.phone()),
                texts.hours(content.hours()),
                content.orderNumber(),
                content.number());
    }
}
