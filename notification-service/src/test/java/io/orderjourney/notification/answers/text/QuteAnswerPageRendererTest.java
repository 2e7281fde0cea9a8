package io.orderjourney.notification.answers.text;

import static io.orderjourney.contracts.CustomerAnswer.ACCEPT;
import static io.orderjourney.contracts.CustomerAnswer.ANOTHER_TIME;
import static io.orderjourney.contracts.CustomerAnswer.CALL_ME;
import static io.orderjourney.contracts.CustomerAnswer.CANCEL;
import static io.orderjourney.contracts.CustomerAnswer.IN_PARTS;
import static io.orderjourney.contracts.CustomerAnswer.TOGETHER;
import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.contracts.fulfillment.PartLine;
import io.orderjourney.notification.answers.AnswerPageRenderer.FeedbackPage;
import io.orderjourney.notification.answers.CustomerPage;
import io.orderjourney.notification.answers.CustomerPage.Call;
import io.orderjourney.notification.answers.CustomerPage.Choice;
import io.orderjourney.notification.answers.CustomerPage.Ended;
import io.orderjourney.notification.answers.CustomerPage.Goods;
import io.orderjourney.notification.answers.CustomerPage.Pickup;
import io.orderjourney.notification.answers.CustomerPage.Promised;
import io.orderjourney.notification.answers.CustomerPage.Reply;
import io.orderjourney.notification.answers.CustomerPage.Time;
import io.orderjourney.notification.answers.CustomerPage.Trouble;
import io.orderjourney.notification.answers.CustomerPage.Turn;
import io.orderjourney.notification.answers.OrderStep;
import io.orderjourney.promises.Wording;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of the page stands in src/test/resources/golden, one file for each language, to be read by who speaks it. */
class QuteAnswerPageRendererTest {

    /** The goods, the pickup point and the phone are read on these; they are the same on the others. */
    private static final Set<String> WHOLE =
            Set.of("first dates", "ready", "parts: offered", "parts: one is had", "over: COMPLETED");

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build();

    private final QuteAnswerPageRenderer renderer = new QuteAnswerPageRenderer(
            template("answer.html"),
            template("answer-note.html"),
            template("find-order.html"),
            template("feedback.html"),
            new CalendarFile("Order Journey Shop", "shop@order-journey.example"),
            "Order Journey Shop");

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_page_reads_as_its_reviewer_approved_it(String language) throws IOException {
        StringBuilder written = new StringBuilder();
        Path pages = Files.createDirectories(Path.of("target/pages"));
        pages(language).forEach((name, page) -> {
            String html = renderer.render(page);
            show(pages.resolve(language + " " + name.replace(':', ',') + ".html"), html);
            write(
                    written,
                    name,
                    WHOLE.contains(name)
                            ? html
                            : html.replaceAll(
                                    "(?s)<section>\\s*<h2>[^<]*</h2>\\s*<ul class=\"goods\">.*</section>", ""));
        });
        for (FeedbackPage.State state : FeedbackPage.State.values()) {
            String code = state == FeedbackPage.State.GIVEN ? "K7M2P9QRST" : null;
            String html = renderer.feedback(new FeedbackPage("A-100042", language, state, code));
            show(pages.resolve(language + " feedback, " + state + ".html"), html);
            write(written, "feedback: " + state, html);
        }
        write(written, "unknown link", renderer.unknownLink(language));
        write(written, "expired link", renderer.expiredLink(language));

        Path seen = Path.of("target/golden/answers_" + language + ".txt");
        Files.createDirectories(seen.getParent());
        Files.writeString(seen, written);
        assertThat(seen)
                .hasSameTextualContentAs(Path.of("src/test/resources/golden").resolve(seen.getFileName()));
    }

    /** To be looked at in a browser. */
    private static void show(Path file, String html) {
        try {
            Files.writeString(file, html);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Map<String, CustomerPage> pages(String language) {
        Promised call = changed(language, PromiseKind.CONFIRMATION_CALL, null, "12T14:00", null, "12T18:00");
        Promised signing =
                changed(language, PromiseKind.SIGNING_APPOINTMENT, "14T11:30", "14T12:30", "16T12:00", "16T13:00");
        Promised pickup = first(language, PromiseKind.PICKUP_READY, Precision.END_OF_DAY, null, "15T20:00");
        Promised kept = first(language, PromiseKind.PICKUP_SLOT, Precision.WINDOW, "16T10:00", "20T20:00");
        String requested = Wording.moment(at("2026-01-17T10:00"), WARSAW, language);
        String by = Wording.when(Precision.BY_TIME, null, at("2026-01-12T13:45"), WARSAW, language);
        Map<String, CustomerPage> pages = new LinkedHashMap<>();
        pages.put("first dates", page(language, List.of(unchanged(call), pickup), null));
        pages.put("time limit", page(language, List.of(call, pickup), null));
        pages.put("appointment, accepted", page(language, List.of(signing), reply(ACCEPT, null, null, null)));
        pages.put("both, accepted", page(language, List.of(call, signing), reply(ACCEPT, null, null, null)));
        pages.put("another time", page(language, List.of(signing), reply(ANOTHER_TIME, null, null, by)));
        pages.put("this time", page(language, List.of(signing), reply(ANOTHER_TIME, requested, null, by)));
        pages.put("agreed", page(language, List.of(call), reply(ANOTHER_TIME, requested, call.told(), null)));
        pages.put("call me", page(language, List.of(call), reply(CALL_ME, null, null, by)));
        pages.put("call me, late", page(language, List.of(call), new Reply(CALL_ME, null, null, by, true)));
        pages.put("cancel", page(language, List.of(signing), reply(CANCEL, null, null, by)));
        pages.put("ready", ready(page(language, List.of(kept), null)));
        pages.put("parts: offered", parts(page(language, List.of(pickup), null), IN_PARTS));
        Promised rest = first(language, PromiseKind.REST_READY, Precision.END_OF_DAY, null, "19T20:00");
        CustomerPage inParts = page(language, List.of(pickup, rest), reply(IN_PARTS, null, null, null));
        pages.put("parts: agreed", parts(inParts, TOGETHER));
        pages.put(
                "parts: together", parts(page(language, List.of(pickup), reply(TOGETHER, null, null, null)), IN_PARTS));
        pages.put("parts: one is ready", parts(ready(page(language, List.of(kept, rest), null)), null));
        pages.put("parts: one is had", parts(page(language, List.of(rest), null), null));
        for (WaitingReason reason : WaitingReason.values()) {
            pages.put("turn: " + reason, waiting(page(language, List.of(), null), reason));
        }
        for (Trouble trouble : Trouble.values()) {
            pages.put("trouble: " + trouble, page(language, List.of(call), null).with(trouble));
        }
        pages.put("nothing promised", page(language, List.of(), null));
        for (JourneyEnd end : JourneyEnd.values()) {
            pages.put("over: " + end, ended(page(language, List.of(), null), end));
        }
        return pages;
    }

    private static CustomerPage page(String language, List<Promised> promised, @Nullable Reply reply) {
        GrantedTime six = new GrantedTime(language, "2026-01-12T18:00");
        GrantedTime ten = new GrantedTime(language, "2026-01-13T10:00");
        return new CustomerPage(
                language,
                "A-100042",
                1045,
                OrderStep.of(PaymentMethod.ON_PICKUP, List.of(), false, false),
                List.of(),
                promised,
                reply,
                promised.stream()
                        .filter(one -> one.before() != null)
                        .limit(1)
                        .map(one -> new Choice(
                                "01940000-0000-7000-8000-0000000000aa",
                                one.told(),
                                List.of(six.time(), ten.time()),
                                "2026-01-12T10:00"))
                        .toList(),
                Wording.when(Precision.BY_TIME, null, at("2026-01-12T13:45"), WARSAW, language),
                new Goods(
                        List.of(
                                new OrderLine("PHONE-1", "Nova X5", 1, new Money(129900, "PLN")),
                                new OrderLine("COVER-1", "Cover X5", 2, new Money(9900, "PLN"))),
                        new Money(149700, "PLN"),
                        PaymentMethod.ON_PICKUP),
                new Pickup("WAW-01", "Mon-Sat 09:00-20:00", false, ""),
                null,
                new Call("+48221000010", "Mon-Fri 09:00-20:00; Sat 10:00-16:00", null),
                null,
                "https://shop.example/o/1045-abc/calendar.ics",
                null);
    }

    private record GrantedTime(String language, String local) {
        Time time() {
            return new Time(local, Wording.date(Precision.BY_TIME, null, at(local), WARSAW, language));
        }
    }

    private static Reply reply(
            CustomerAnswer answer, @Nullable String requested, @Nullable String agreed, @Nullable String by) {
        return new Reply(answer, requested, agreed, by, false);
    }

    private static CustomerPage ready(CustomerPage page) {
        return with(
                page,
                OrderStep.of(PaymentMethod.CREDIT, List.of(), true, false),
                page.turns(),
                new Goods(page.goods().lines(), page.goods().total(), PaymentMethod.CREDIT),
                new Pickup("WAW-01", page.pickup().hours(), true, "483920"),
                new Call(
                        "+48221000040",
                        "Mon-Sat 09:00-20:00",
                        Wording.moment(at("2026-01-19T09:00"), WARSAW, page.language())),
                null);
    }

    private static CustomerPage waiting(CustomerPage page, WaitingReason reason) {
        String until = Wording.date(Precision.BY_TIME, null, at("2026-01-15T20:00"), WARSAW, page.language());
        return with(
                page, page.steps(), List.of(new Turn(reason, until)), page.goods(), page.pickup(), page.call(), null);
    }

    private static CustomerPage ended(CustomerPage page, JourneyEnd end) {
        Ended ended = new Ended(end, Wording.moment(at("2026-01-20T15:10"), WARSAW, page.language()));
        return with(page, page.steps(), page.turns(), page.goods(), page.pickup(), page.call(), ended);
    }

    private static CustomerPage with(
            CustomerPage page,
            List<OrderStep> steps,
            List<Turn> turns,
            Goods goods,
            Pickup pickup,
            Call call,
            @Nullable Ended ended) {
        return new CustomerPage(
                page.language(),
                page.orderNumber(),
                page.number(),
                steps,
                turns,
                page.promised(),
                page.reply(),
                page.choices(),
                page.callBy(),
                goods,
                pickup,
                page.parts(),
                call,
                ended,
                page.calendarLink(),
                null);
    }

    /** @param choice absent once they have a part, or it is ready */
    private static CustomerPage parts(CustomerPage page, @Nullable CustomerAnswer choice) {
        List<PartLine> phone = List.of(new PartLine("PHONE-1", "Nova X5", 1));
        List<PartLine> covers = List.of(new PartLine("COVER-1", "Cover X5", 2));
        boolean had = choice == null && !page.pickup().ready();
        return new CustomerPage(
                page.language(),
                page.orderNumber(),
                page.number(),
                page.steps(),
                page.turns(),
                page.promised(),
                page.reply(),
                page.choices(),
                page.callBy(),
                page.goods(),
                page.pickup(),
                new CustomerPage.Parts(had ? phone : List.of(), had ? List.of() : phone, covers, choice),
                page.call(),
                page.ended(),
                page.calendarLink(),
                null);
    }

    private static Promised unchanged(Promised promised) {
        return new Promised(promised.told(), null, promised.appointment(), false);
    }

    private static Promised first(
            String language, PromiseKind kind, Precision precision, @Nullable String start, String due) {
        Instant startAt = start == null ? null : at("2026-01-" + start);
        return new Promised(
                Wording.told(kind, precision, startAt, at("2026-01-" + due), WARSAW, language),
                null,
                start != null,
                false);
    }

    private static Promised changed(
            String language,
            PromiseKind kind,
            @Nullable String startBefore,
            String before,
            @Nullable String start,
            String due) {
        Precision precision = start == null ? Precision.BY_TIME : Precision.WINDOW;
        String last = Wording.date(
                precision,
                startBefore == null ? null : at("2026-01-" + startBefore),
                at("2026-01-" + before),
                WARSAW,
                language);
        Promised now = first(language, kind, precision, start, due);
        return new Promised(now.told(), last, start != null, true);
    }

    /** What a reader sees: one line for each line of the page, without its tags. */
    private static void write(StringBuilder written, String name, String html) {
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>"));
        written.append("=== ").append(name).append("\n\n");
        written.append(body.replaceAll("<span class=\"before\">", "\n    ")
                .replaceAll("</li><li>", "\n")
                .replaceAll("<br>", "\n")
                .replaceAll("<[^>]*>", "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")));
        written.append("\n\n");
    }

    private static Template template(String name) {
        try (InputStream in = QuteAnswerPageRendererTest.class.getResourceAsStream("/templates/" + name)) {
            return ENGINE.parse(
                    new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8),
                    Variant.forContentType("text/html"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
