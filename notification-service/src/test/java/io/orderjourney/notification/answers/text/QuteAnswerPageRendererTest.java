package io.orderjourney.notification.answers.text;

import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.CustomerAnswer;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.answers.AnswerPage;
import io.orderjourney.notification.answers.AnswerPage.ChangedDate;
import io.orderjourney.notification.answers.AnswerPage.Trouble;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of the page stands in src/test/resources/golden, one file for each language, to be read by who speaks it. */
class QuteAnswerPageRendererTest {

    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build();

    private final QuteAnswerPageRenderer renderer =
            new QuteAnswerPageRenderer(template("answer.html"), template("answer-note.html"));

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_page_reads_as_its_reviewer_approved_it(String language) throws IOException {
        StringBuilder written = new StringBuilder();
        pages(language).forEach((name, page) -> write(written, name, renderer.render(page)));
        write(written, "unknown link", renderer.unknownLink(language));

        Path seen = Path.of("target/golden/answers_" + language + ".txt");
        Files.createDirectories(seen.getParent());
        Files.writeString(seen, written);
        assertThat(seen)
                .hasSameTextualContentAs(Path.of("src/test/resources/golden").resolve(seen.getFileName()));
    }

    private static Map<String, AnswerPage> pages(String language) {
        ChangedDate call = changed(language, PromiseKind.CONFIRMATION_CALL, null, "12T14:00", null, "12T18:00");
        ChangedDate signing =
                changed(language, PromiseKind.SIGNING_APPOINTMENT, "14T11:30", "14T12:30", "16T12:00", "16T13:00");
        String requested = Wording.moment(at("2026-01-17T10:00"), WARSAW, language);
        Map<String, AnswerPage> pages = new LinkedHashMap<>();
        pages.put("time limit", page(language, List.of(call), null, null));
        pages.put("appointment, accepted", page(language, List.of(signing), CustomerAnswer.ACCEPT, null));
        pages.put("both, accepted", page(language, List.of(call, signing), CustomerAnswer.ACCEPT, null));
        pages.put("another time", page(language, List.of(signing), CustomerAnswer.ANOTHER_TIME, null));
        pages.put("this time", page(language, List.of(signing), CustomerAnswer.ANOTHER_TIME, requested));
        pages.put("cancel", page(language, List.of(signing), CustomerAnswer.CANCEL, null));
        for (Trouble trouble : Trouble.values()) {
            pages.put(
                    "trouble: " + trouble,
                    page(language, List.of(call), null, null).with(trouble));
        }
        pages.put("over", page(language, List.of(), null, null));
        return pages;
    }

    private static AnswerPage page(
            String language, List<ChangedDate> dates, @Nullable CustomerAnswer answer, @Nullable String requested) {
        return new AnswerPage(
                language,
                "A-100042",
                1045,
                dates,
                answer,
                requested,
                "2026-01-12T10:00",
                "+48221000010",
                "Mon-Fri 09:00-20:00; Sat 10:00-16:00",
                null);
    }

    private static ChangedDate changed(
            String language,
            PromiseKind kind,
            @Nullable String startBefore,
            String before,
            @Nullable String start,
            String due) {
        Precision precision = start == null ? Precision.BY_TIME : Precision.WINDOW;
        return new ChangedDate(
                Wording.date(
                        precision,
                        startBefore == null ? null : at("2026-01-" + startBefore),
                        at("2026-01-" + before),
                        WARSAW,
                        language),
                Wording.told(
                        kind,
                        precision,
                        start == null ? null : at("2026-01-" + start),
                        at("2026-01-" + due),
                        WARSAW,
                        language),
                start != null);
    }

    /** What a reader sees: one line for each line of the page, without its tags. */
    private static void write(StringBuilder written, String name, String html) {
        String body = html.substring(html.indexOf("<main>"), html.indexOf("</main>"));
        written.append("=== ").append(name).append("\n\n");
        written.append(body.replaceAll("</dd><dt>", "\n")
                .replaceAll("</dt><dd>", ": ")
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
