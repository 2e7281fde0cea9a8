package io.orderjourney.notification.answers.text;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.notification.answers.AnswerPage;
import io.orderjourney.notification.answers.AnswerPageWriter;
import io.orderjourney.notification.text.Words;
import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The page behind an answer link, from a template, a style sheet and the bundle of the customer's language. */
@ApplicationScoped
class QuteAnswerPages implements AnswerPageWriter {

    private static final String BUNDLE = "io.orderjourney.notification.answers.answers";
    private static final List<Locale> TRANSLATED = List.of(
            Locale.ENGLISH, Locale.forLanguageTag("pl"), Locale.forLanguageTag("sl"), Locale.forLanguageTag("ru"));

    private final Template answerPage;
    private final Template notePage;
    private final String style;

    QuteAnswerPages(@Location("answer.html") Template answerPage, @Location("answer-note.html") Template notePage) {
        this.answerPage = answerPage;
        this.notePage = notePage;
        this.style = read("answer.css");
    }

    @Override
    public String write(AnswerPage page) {
        Words words = new Words(BUNDLE, page.language());
        Call call = new Call(
                words.say("call.heading"),
                page.phone(),
                words.hours(page.hours()),
                words.say("call.reference", page.orderNumber(), page.number()));
        if (page.isOver()) {
            return note(words, "over", call);
        }
        CustomerAnswer answer = page.answer();
        String wish = page.wish();
        AnswerPage.Trouble trouble = page.trouble();
        return answerPage
                .data("style", new RawString(style))
                .data("words", new Phrases(words))
                .data("title", words.say("title", page.orderNumber()))
                .data("dates", page.dates())
                .data("taken", answer == null ? "" : taken(words, answer, wish == null ? "" : wish))
                .data("trouble", trouble == null ? "" : words.say("trouble." + trouble.name()))
                .data("earliest", page.earliest())
                .data("call", call)
                .render();
    }

    @Override
    public String unknownLink(String acceptLanguage) {
        return note(new Words(BUNDLE, wished(acceptLanguage)), "unknown", null);
    }

    @Override
    public String stylePolicy() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This JVM lacks SHA-256", missing);
        }
    }

    private static String taken(Words words, CustomerAnswer answer, String wish) {
        return answer == CustomerAnswer.ANOTHER_TIME && !wish.isEmpty()
                ? words.say("taken.ANOTHER_TIME.wish", wish)
                : words.say("taken." + answer.name());
    }

    private String note(Words words, String key, @Nullable Call call) {
        return notePage.data("style", new RawString(style))
                .data("language", words.language())
                .data("title", words.say(key + ".title"))
                .data("text", words.say(key + ".text"))
                .data("call", call)
                .render();
    }

    private static String wished(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), TRANSLATED);
            return Objects.requireNonNullElse(found, Locale.ENGLISH).toLanguageTag();
        } catch (IllegalArgumentException noLanguage) {
            return Locale.ENGLISH.toLanguageTag();
        }
    }

    /** Whom to call instead, and what to name on the phone. */
    public record Call(String heading, String phone, String hours, String reference) {}

    /** The words as the template asks for them. */
    public record Phrases(Words words) {

        public String language() {
            return words.language();
        }

        public String say(String key) {
            return words.say(key);
        }
    }

    private static String read(String name) {
        try (InputStream in =
                QuteAnswerPages.class.getResourceAsStream("/io/orderjourney/notification/answers/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
