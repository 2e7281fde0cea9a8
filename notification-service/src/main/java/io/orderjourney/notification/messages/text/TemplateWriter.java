package io.orderjourney.notification.messages.text;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.notification.messages.Letter;
import io.orderjourney.notification.messages.MessageWriter;
import io.orderjourney.notification.messages.WrittenMessage;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words in the bundle of the customer's language and the page in a template. The words are blame-free: nobody is named as guilty, and nobody is
 * handed over to a web page; what the customer can do is always said.
 */
@ApplicationScoped
class TemplateWriter implements MessageWriter {

    private static final String BUNDLE = "io.orderjourney.notification.messages.messages";
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Template page;

    TemplateWriter(@Location("message.html") Template page) {
        this.page = page;
    }

    @Override
    public WrittenMessage write(Letter letter, @Nullable String name) {
        Words words = new Words(letter.language());
        String title = title(letter, words);
        List<String> paragraphs = paragraphs(letter, words);
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
        if (letter.apologises()) {
            return words.say("title.delay", letter.orderNumber());
        }
        NoticeSubject main = mainNews(letter);
        return main == null
                ? words.say("title.earlier", letter.orderNumber())
                : words.say("title." + main.name(), letter.orderNumber());
    }

    /** Of several pieces of news the latest step of the journey gives the title. */
    private static @Nullable NoticeSubject mainNews(Letter letter) {
        return letter.news().stream()
                .reduce((one, other) -> one.compareTo(other) > 0 ? one : other)
                .orElse(null);
    }

    private static List<String> paragraphs(Letter letter, Words words) {
        List<String> paragraphs = new ArrayList<>();
        if (letter.apologises()) {
            paragraphs.add(words.say("delay.apology"));
        }
        for (Letter.NewDate date : letter.newDates()) {
            paragraphs.add(words.say(date.delay() ? "delay.date" : "earlier.date", date.told(), date.before()));
        }
        for (NoticeSubject subject : letter.news()) {
            if (subject != NoticeSubject.NEXT_WORD) {
                paragraphs.add(words.say("news." + subject.name(), letter.orderNumber(), letter.pickupPoint()));
            }
        }
        if (letter.freeText() != null) {
            paragraphs.add(letter.freeText());
        }
        if (!letter.newDates().isEmpty()) {
            paragraphs.add(words.say("answer.offer", letter.phone()));
        }
        return paragraphs;
    }

    private static String text(Letter letter, Words words, String greeting, List<String> paragraphs) {
        StringBuilder text = new StringBuilder(greeting).append("\n\n");
        paragraphs.forEach(paragraph -> text.append(paragraph).append("\n\n"));
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
        StringBuilder sms = new StringBuilder(words.say("sms.order", letter.orderNumber()));
        if (letter.apologises()) {
            sms.append(' ').append(words.say("sms.sorry"));
        }
        letter.newDates().forEach(date -> sms.append(' ').append(date.told()).append('.'));
        NoticeSubject main = mainNews(letter);
        if (main == NoticeSubject.NEXT_WORD && letter.freeText() != null) {
            sms.append(' ').append(letter.freeText());
        } else if (main != null) {
            sms.append(' ').append(words.say("sms." + main.name(), letter.pickupPoint()));
        }
        String end = " " + words.say("sms.call", letter.phone(), letter.number());
        return SmsText.fit(sms.toString(), end);
    }

    private static String closing(Letter letter, Words words) {
        return words.say("closing", letter.phone(), letter.hours(), letter.orderNumber(), letter.number());
    }

    /** The words of one language; English for a language nobody has translated yet. */
    private static final class Words {

        private final ResourceBundle bundle;
        private final ULocale locale;

        Words(String language) {
            ResourceBundle found;
            try {
                found = ResourceBundle.getBundle(
                        BUNDLE, Locale.forLanguageTag(language), TemplateWriter.class.getClassLoader(), EXACT);
            } catch (MissingResourceException untranslated) {
                found = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH, TemplateWriter.class.getClassLoader(), EXACT);
            }
            this.bundle = found;
            this.locale = ULocale.forLocale(found.getLocale());
        }

        String language() {
            return locale.toLanguageTag();
        }

        String say(String key, Object... values) {
            Object[] texts = new Object[values.length];
            for (int index = 0; index < values.length; index++) {
                // Numbers people quote are not to be grouped: 1045, not 1,045.
                texts[index] = values[index].toString();
            }
            return new MessageFormat(bundle.getString(key), locale).format(texts);
        }
    }
}
