package io.orderjourney.notification.messages.text;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.messages.Letter;
import io.orderjourney.notification.messages.MessageWriter;
import io.orderjourney.notification.messages.WrittenMessage;
import io.orderjourney.notification.notices.DateChange.Turn;
import io.orderjourney.notification.text.Words;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words in the bundle of the customer's language and the page in a template. The words are blame-free: nobody is
 * named as guilty, and nobody is handed over to a web page; what the customer can do is always said.
 */
@ApplicationScoped
class TemplateWriter implements MessageWriter {

    private static final String BUNDLE = "io.orderjourney.notification.messages.messages";

    private final Template page;

    TemplateWriter(@Location("message.html") Template page) {
        this.page = page;
    }

    @Override
    public WrittenMessage write(Letter letter, @Nullable String name) {
        Words words = new Words(BUNDLE, letter.language());
        String title = title(letter, words);
        List<Paragraph> paragraphs = paragraphs(letter, words);
        String greeting = name == null ? words.say("greeting.anonymous") : words.say("greeting", name);
        String html = page.data("language", words.language())
                .data("title", title)
                .data("greeting", greeting)
                .data("paragraphs", paragraphs)
                .data("promisedHeading", letter.promised().isEmpty() ? "" : words.say("promised.heading"))
                .data("promised", letter.promised())
                .data("answerLink", letter.answerLink() == null ? "" : letter.answerLink())
                .data("answerText", letter.answerLink() == null ? "" : words.say("answer.button"))
                .data("closing", closing(letter, words))
                .render();
        return new WrittenMessage(title, text(letter, words, greeting, paragraphs), html, sms(letter, words));
    }

    private static String title(Letter letter, Words words) {
        if (letter.news().contains(NoticeSubject.READINESS_WITHDRAWN)) {
            return words.say("title.READINESS_WITHDRAWN", letter.orderNumber());
        }
        if (letter.apologises()) {
            return words.say("title.delay", letter.orderNumber());
        }
        NoticeSubject main = mainNews(letter);
        return words.say(main == null ? titleOf(letter.newDates()) : "title." + main.name(), letter.orderNumber());
    }

    private static String titleOf(List<Letter.NewDate> newDates) {
        Turn first = newDates.stream().map(Letter.NewDate::turn).findFirst().orElse(Turn.AGREED);
        return "title." + key(first);
    }

    private static String key(Turn turn) {
        return switch (turn) {
            case DELAY -> "delay";
            case AGREED -> "agreed";
            case BACK_ON_TRACK -> "onTrack";
            case EARLIER -> "earlier";
        };
    }

    /** Of several pieces of news the latest step of the journey gives the title. */
    private static @Nullable NoticeSubject mainNews(Letter letter) {
        return letter.news().stream()
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElse(null);
    }

    /**
     * One paragraph of the letter.
     *
     * @param date whether it says the new date: what the customer looks for first
     */
    public record Paragraph(String words, boolean date) {

        static Paragraph of(String words) {
            return new Paragraph(words, false);
        }
    }

    private static List<Paragraph> paragraphs(Letter letter, Words words) {
        List<Paragraph> paragraphs = new ArrayList<>();
        if (letter.news().contains(NoticeSubject.READINESS_WITHDRAWN)) {
            // He may be putting on his coat: this comes before everything.
            paragraphs.add(Paragraph.of(news(NoticeSubject.READINESS_WITHDRAWN, letter, words)));
        }
        if (letter.apologises()) {
            paragraphs.add(Paragraph.of(words.say("delay.apology")));
        }
        for (Letter.NewDate date : letter.newDates()) {
            paragraphs.add(new Paragraph(words.say(key(date.turn()) + ".date", date.told(), date.before()), true));
        }
        for (NoticeSubject subject : letter.news()) {
            boolean saidOtherwise = subject == NoticeSubject.NEXT_UPDATE && letter.freeText() != null;
            if (subject != NoticeSubject.READINESS_WITHDRAWN && !saidOtherwise) {
                paragraphs.add(Paragraph.of(news(subject, letter, words)));
            }
        }
        if (letter.freeText() != null) {
            paragraphs.add(Paragraph.of(letter.freeText()));
        }
        if (!letter.newDates().isEmpty()) {
            paragraphs.add(Paragraph.of(words.say("answer.offer", letter.phone())));
        }
        return paragraphs;
    }

    private static String news(NoticeSubject subject, Letter letter, Words words) {
        return words.say("news." + subject.name(), letter.orderNumber(), letter.pickupPoint());
    }

    private static String text(Letter letter, Words words, String greeting, List<Paragraph> paragraphs) {
        StringBuilder text = new StringBuilder(greeting).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph.words()).append("\n\n"));
        if (letter.answerLink() != null) {
            text.append(words.say("answer.button"))
                    .append(": ")
                    .append(letter.answerLink())
                    .append("\n\n");
        }
        if (!letter.promised().isEmpty()) {
            text.append(words.say("promised.heading")).append('\n');
            letter.promised()
                    .forEach(promise -> text.append("  - ").append(promise).append(".\n"));
            text.append('\n');
        }
        return text.append(closing(letter, words)).append('\n').toString();
    }

    private static String sms(Letter letter, Words words) {
        List<String> sentences = new ArrayList<>();
        NoticeSubject main = letter.news().contains(NoticeSubject.READINESS_WITHDRAWN)
                ? NoticeSubject.READINESS_WITHDRAWN
                : mainNews(letter);
        boolean stop = main == NoticeSubject.READINESS_WITHDRAWN;
        if (main != null && stop) {
            sentences.add(smsNews(main, letter, words));
        }
        if (letter.apologises()) {
            sentences.add(words.say("sms.sorry"));
        }
        letter.newDates().forEach(date -> sentences.add(date.told() + "."));
        if (main != null && !stop) {
            sentences.add(smsNews(main, letter, words));
        }
        String order = words.say("sms.order", letter.orderNumber());
        if (sentences.isEmpty()) {
            sentences.add(order);
        } else {
            sentences.set(0, order + " " + sentences.get(0));
        }
        return SmsText.fit(sentences, " " + words.say("sms.call", letter.phone(), letter.number()));
    }

    private static String smsNews(NoticeSubject main, Letter letter, Words words) {
        String word = letter.freeText();
        return main == NoticeSubject.NEXT_UPDATE && word != null
                ? word
                : words.say("sms." + main.name(), letter.pickupPoint(), firstPromise(letter));
    }

    /** With a next update and no text of a person's, the time of the next message is the message. */
    private static String firstPromise(Letter letter) {
        return letter.promised().stream().findFirst().map(told -> told + ".").orElse("");
    }

    private static String closing(Letter letter, Words words) {
        return words.say("closing", letter.phone(), words.hours(letter.hours()), letter.orderNumber(), letter.number());
    }
}
