package io.orderjourney.notification.answers.text;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.notification.answers.AnswerPage;
import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.messages.text.Texts;
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

/** The page behind an answer link, from a template, a style sheet and the texts of the customer's language. */
@ApplicationScoped
class QuteAnswerPageRenderer implements AnswerPageRenderer {

    private static final String BUNDLE = "io.orderjourney.notification.answers.answers";
    private static final List<Locale> TRANSLATED = List.of(
            Locale.ENGLISH, Locale.forLanguageTag("pl"), Locale.forLanguageTag("sl"), Locale.forLanguageTag("ru"));

    private final Template answerPage;
    private final Template notePage;
    private final String style;

    QuteAnswerPageRenderer(
            @Location("answer.html") Template answerPage, @Location("answer-note.html") Template notePage) {
        this.answerPage = answerPage;
        this.notePage = notePage;
        this.style = read("answer.css");
    }

    @Override
    public String render(AnswerPage page) {
        Texts texts = new Texts(BUNDLE, page.language());
        Call call = new Call(
                texts.get("call.heading"),
                page.phone(),
                Texts.phone(page.phone()),
                texts.hours(page.hours()),
                texts.get("call.reference", page.orderNumber(), page.number()));
        if (page.isOver()) {
            return note(texts, "over", call);
        }
        CustomerAnswer answer = page.answer();
        String what = Texts.whatChanged(page.movesAppointment());
        String requested = page.requested();
        AnswerPage.Trouble trouble = page.trouble();
        return answerPage
                .data("style", new RawString(style))
                .data("texts", new Phrases(texts, page.dates().size(), what))
                .data("title", texts.get("title", page.orderNumber(), what))
                .data("dates", page.dates())
                .data("taken", answer == null ? "" : taken(page, texts, answer, requested == null ? "" : requested))
                .data("trouble", trouble == null ? "" : texts.get("trouble." + trouble.name()))
                .data("earliest", page.earliest())
                .data("call", call)
                .render();
    }

    @Override
    public String unknownLink(String acceptLanguage) {
        return note(new Texts(BUNDLE, preferredLanguage(acceptLanguage)), "unknown", null);
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

    private static String taken(AnswerPage page, Texts texts, CustomerAnswer answer, String requested) {
        return answer == CustomerAnswer.ANOTHER_TIME && !requested.isEmpty()
                ? texts.get("taken.ANOTHER_TIME.requested", requested)
                : texts.get("taken." + answer.name(), page.dates().size(), Texts.whatChanged(page.movesAppointment()));
    }

    private String note(Texts texts, String key, @Nullable Call call) {
        return notePage.data("style", new RawString(style))
                .data("language", texts.language())
                .data("title", texts.get(key + ".title"))
                .data("text", texts.get(key + ".text"))
                .data("call", call)
                .render();
    }

    private static String preferredLanguage(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), TRANSLATED);
            return Objects.requireNonNullElse(found, Locale.ENGLISH).toLanguageTag();
        } catch (IllegalArgumentException noLanguage) {
            return Locale.ENGLISH.toLanguageTag();
        }
    }

    /**
     * Whom to call instead, and what to name on the phone.
     *
     * @param number as a phone dials it
     * @param phone as people read it
     */
    public record Call(String heading, String number, String phone, String hours, String reference) {}

    /** The texts as the template asks for them; they may differ with the number of changed dates and with what changed. */
    public record Phrases(Texts texts, int dates, String what) {

        public String language() {
            return texts.language();
        }

        public String get(String key) {
            return texts.get(key, dates, what);
        }
    }

    private static String read(String name) {
        try (InputStream in =
                QuteAnswerPageRenderer.class.getResourceAsStream("/io/orderjourney/notification/answers/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
