package io.orderjourney.notification.answers.text;

import io.orderjourney.console.ScanCode;
import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.notification.answers.AnswerPageRenderer;
import io.orderjourney.notification.answers.CustomerCalendar;
import io.orderjourney.notification.answers.CustomerPage;
import io.orderjourney.notification.feedback.Feedback;
import io.orderjourney.notification.feedback.FeedbackCause;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The pages behind the links of messages, from templates, a style sheet and the texts of the customer's language. */
@ApplicationScoped
class QuteAnswerPageRenderer implements AnswerPageRenderer {

    static final String BUNDLE = "io.orderjourney.notification.answers.answers";
    /** Turns and ends are told on the page as in the message. */
    private static final String MESSAGES = "io.orderjourney.notification.messages.messages";

    private static final List<Locale> TRANSLATED = List.of(
            Locale.ENGLISH, Locale.forLanguageTag("pl"), Locale.forLanguageTag("sl"), Locale.forLanguageTag("ru"));

    private final Template orderPage;
    private final Template notePage;
    private final Template findPage;
    private final Template feedbackPage;
    private final CalendarFile calendarFile;
    private final String shopName;
    private final String style;

    QuteAnswerPageRenderer(
            @Location("answer.html") Template orderPage,
            @Location("answer-note.html") Template notePage,
            @Location("find-order.html") Template findPage,
            @Location("feedback.html") Template feedbackPage,
            CalendarFile calendarFile,
            @ConfigProperty(name = "journey.shop.name") String shopName) {
        this.orderPage = orderPage;
        this.notePage = notePage;
        this.findPage = findPage;
        this.feedbackPage = feedbackPage;
        this.calendarFile = calendarFile;
        this.shopName = shopName;
        this.style = read("answer.css");
    }

    @Override
    public String render(CustomerPage page) {
        Texts texts = new Texts(BUNDLE, page.language());
        Texts messages = new Texts(MESSAGES, page.language());
        String what = Texts.whatChanged(page.movesAppointment());
        CustomerPage.Trouble trouble = page.trouble();
        String phone = Texts.phone(page.call().phone());
        return orderPage
                .data("style", new RawString(style))
                .data("shopName", shopName)
                .data("page", page)
                .data("texts", new Phrases(texts, page.changes(), what))
                .data("title", texts.get("title", page.orderNumber()))
                .data("over", over(page, texts, messages, phone))
                .data("taken", taken(page, texts, what))
                .data("trouble", trouble == null ? "" : texts.get("trouble." + trouble.name()))
                .data("steps", page.steps())
                .data(
                        "turns",
                        page.turns().stream()
                                .map(turn ->
                                        messages.get("turn." + turn.reason().name(), turn.until(), phone))
                                .toList())
                .data("callMe", texts.get("callMe.text", page.callBy()))
                .data("goods", goods(page, texts))
                .data("pickup", pickup(page, texts))
                .data(
                        "code",
                        page.pickup().code().isEmpty()
                                ? ""
                                : texts.get("collector.code", page.pickup().code()))
                .data("call", call(page, texts))
                .render();
    }

    private static String over(CustomerPage page, Texts texts, Texts messages, String phone) {
        CustomerPage.Ended ended = page.ended();
        if (ended == null) {
            return "";
        }
        return switch (ended.how()) {
            case COMPLETED ->
                texts.get(page.pickup().point() == null ? "over.DELIVERED" : "over.COMPLETED", ended.at());
            default -> messages.get("end." + ended.how().name(), page.orderNumber(), phone);
        };
    }

    private static String taken(CustomerPage page, Texts texts, String what) {
        CustomerPage.Reply reply = page.reply();
        if (reply == null) {
            return "";
        }
        String agreed = reply.agreed();
        String requested = reply.requested();
        String by = reply.by() == null ? "" : reply.by();
        if (agreed != null) {
            return texts.get("taken.agreed", texts.inside(agreed));
        }
        if (reply.late()) {
            return texts.get("taken.late", by);
        }
        return reply.answer() == CustomerAnswer.ANOTHER_TIME && requested != null
                ? texts.get("taken.ANOTHER_TIME.requested", requested, by)
                : texts.get("taken." + reply.answer().name(), page.changes(), what, by);
    }

    private static Goods goods(CustomerPage page, Texts texts) {
        Money total = page.goods().total();
        return new Goods(
                page.goods().lines(),
                total == null ? "" : texts.get("goods.total", texts.money(total)),
                total == null || page.ended() != null || page.hasSome()
                        ? ""
                        : switch (page.goods().payment()) {
                            case ON_PICKUP -> texts.get("goods.toPay", texts.money(total));
                            case CREDIT -> texts.get("goods.onCredit");
                            case PREPAID -> texts.get("goods.paid");
                        });
    }

    private static Pickup pickup(CustomerPage page, Texts texts) {
        String point = page.pickup().point();
        ScanCode code = ScanCode.of(page.orderNumber());
        if (point == null) {
            return new Pickup(texts.get("delivery.heading"), "", texts.get("delivery.text"), code);
        }
        return new Pickup(
                texts.get("pickup.heading", point),
                texts.hours(page.pickup().hours()),
                page.pickup().ready()
                        ? texts.get(isPart(page) ? "pickup.bring.part" : "pickup.bring", page.orderNumber())
                        : texts.get("pickup.notYet"),
                code);
    }

    private static boolean isPart(CustomerPage page) {
        CustomerPage.Parts parts = page.parts();
        return parts != null && !parts.coming().isEmpty();
    }

    private static Call call(CustomerPage page, Texts texts) {
        CustomerPage.Call call = page.call();
        String opens = call.opens();
        return new Call(
                texts.get("call.heading"),
                call.phone(),
                Texts.phone(call.phone()),
                texts.hours(call.hours()),
                opens == null ? texts.get("call.now") : texts.get("call.opens", opens),
                texts.get("call.reference", page.orderNumber(), page.number()));
    }

    @Override
    public String unknownLink(String acceptLanguage) {
        return note(new Texts(BUNDLE, preferredLanguage(acceptLanguage)), "unknown");
    }

    @Override
    public String expiredLink(String language) {
        return note(new Texts(BUNDLE, language), "expired");
    }

    @Override
    public String findOrder(String acceptLanguage, @Nullable NotFound refused) {
        Texts texts = new Texts(BUNDLE, preferredLanguage(acceptLanguage));
        return findPage.data("style", new RawString(style))
                .data("shopName", shopName)
                .data("language", texts.language())
                .data("title", texts.get("find.title"))
                .data("text", texts.get("find.text"))
                .data("number", texts.get("find.number"))
                .data("contact", texts.get("find.contact"))
                .data("button", texts.get("find.button"))
                .data("refused", refused == null ? "" : texts.get("find." + refused.name()))
                .render();
    }

    @Override
    public String feedback(FeedbackPage page) {
        Texts texts = new Texts(BUNDLE, page.language());
        FeedbackPage.State state = page.state();
        boolean asks = state == FeedbackPage.State.ASKS || state == FeedbackPage.State.RATING_MISSING;
        return feedbackPage
                .data("style", new RawString(style))
                .data("shopName", shopName)
                .data("language", texts.language())
                .data("text", new Phrases(texts, 0, ""))
                .data("about", texts.get("feedback.text", page.orderNumber()))
                .data("refused", state == FeedbackPage.State.RATING_MISSING ? texts.get("feedback.missing") : "")
                .data("asks", asks)
                .data("done", done(state, texts))
                .data("code", page.code() == null ? "" : texts.get("feedback.code", page.code()))
                .data("stops", state != FeedbackPage.State.STOPPED)
                .data(
                        "ratings",
                        IntStream.rangeClosed(1, Feedback.BEST)
                                .mapToObj(rating ->
                                        new Choice(Integer.toString(rating), texts.get("feedback.rating." + rating)))
                                .toList())
                .data(
                        "causes",
                        Arrays.stream(FeedbackCause.values())
                                .map(cause -> new Choice(cause.name(), texts.get("feedback.cause." + cause.name())))
                                .toList())
                .render();
    }

    private static String done(FeedbackPage.State state, Texts texts) {
        return switch (state) {
            case ASKS, RATING_MISSING -> "";
            case GIVEN -> texts.get("feedback.given");
            case STOPPED -> texts.get("feedback.stopped");
        };
    }

    /** One answer to choose. */
    public record Choice(String value, String text) {}

    private String note(Texts texts, String key) {
        return notePage.data("style", new RawString(style))
                .data("shopName", shopName)
                .data("language", texts.language())
                .data("title", texts.get(key + ".title"))
                .data("text", texts.get(key + ".text"))
                .data("find", texts.get("find.title"))
                .render();
    }

    @Override
    public String calendar(CustomerCalendar calendar) {
        return calendarFile.of(calendar);
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

    private static String preferredLanguage(String acceptLanguage) {
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), TRANSLATED);
            return Objects.requireNonNullElse(found, Locale.ENGLISH).toLanguageTag();
        } catch (IllegalArgumentException noLanguage) {
            return Locale.ENGLISH.toLanguageTag();
        }
    }

    /** What was ordered, what it costs, and what is left to pay. */
    public record Goods(List<OrderLine> lines, String total, String toPay) {}

    /**
     * Where the goods are collected, and what to do about it.
     *
     * @param code for the counter's scanner, shown once the goods are ready
     */
    public record Pickup(String heading, String hours, String text, ScanCode code) {}

    /**
     * Whom to call instead, and what to name on the phone.
     *
     * @param number as a phone dials it
     * @param phone as people read it
     * @param now whether somebody answers now
     */
    public record Call(String heading, String number, String phone, String hours, String now, String reference) {}

    /** The texts as the template asks for them; they may differ with the number of changed dates and with what changed. */
    public record Phrases(Texts texts, long dates, String what) {

        public String language() {
            return texts.language();
        }

        public String get(String key) {
            return texts.get(key, dates, what);
        }

        /** What is promised now, after words of its own. */
        public String now(String told) {
            return texts.get("another.now", texts.inside(told));
        }

        /** What choosing parts, or all of it together, means. */
        public String parts(String choice, String what) {
            return texts.get("parts." + choice + "." + what);
        }

        public String step(String name) {
            return texts.get("step." + name);
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
