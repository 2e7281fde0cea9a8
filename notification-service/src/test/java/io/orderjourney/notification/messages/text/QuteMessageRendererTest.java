package io.orderjourney.notification.messages.text;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Wording;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuteMessageRendererTest {

    private static final List<String> BUNDLES =
            List.of("io.orderjourney.notification.messages.messages", "io.orderjourney.notification.answers.answers");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");
    private static final String LINK = "https://shop.example/notification-service/api/v1/answers/token";

    /** New dates are rendered as dates; these subjects are never planned as news. */
    private static final Set<NoticeSubject> TOLD_AS_DATES =
            EnumSet.of(NoticeSubject.DATE_EARLIER, NoticeSubject.BACK_ON_TRACK);

    private final QuteMessageRenderer renderer = new QuteMessageRenderer(Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of("text/html")))
            .build()
            .parse(read("/templates/message.html"), Variant.forContentType("text/html")));

    static Stream<Arguments> every_bundle_in_every_language() {
        return BUNDLES.stream().flatMap(bundle -> Stream.of("pl", "sl", "ru").map(tag -> Arguments.of(bundle, tag)));
    }

    @ParameterizedTest
    @MethodSource("every_bundle_in_every_language")
    void every_language_has_the_same_texts_and_arguments(String bundle, String tag) {
        ResourceBundle english = ResourceBundle.getBundle(bundle, Locale.ENGLISH);
        ResourceBundle other = ResourceBundle.getBundle(bundle, Locale.forLanguageTag(tag));

        assertThat(other.getLocale().getLanguage()).isEqualTo(tag);
        assertThat(other.keySet()).isEqualTo(english.keySet());
        assertThat(other.keySet())
                .allSatisfy(key -> assertThat(arguments(other.getString(key)))
                        .as(key)
                        .isEqualTo(arguments(english.getString(key))));
    }

    @ParameterizedTest
    @EnumSource(NoticeSubject.class)
    void every_subject_has_a_title_a_text_and_a_short_text(NoticeSubject subject) {
        ResourceBundle english = ResourceBundle.getBundle(BUNDLES.get(0), Locale.ENGLISH);

        assertThat(Stream.of("title.", "news.", "sms.").map(prefix -> prefix + subject.name()))
                .allMatch(key -> TOLD_AS_DATES.contains(subject) != english.containsKey(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void invariant_6_a_delay_notice_has_an_apology_both_times_and_choices(String language) throws IOException {
        RenderedMessage message = renderer.render(delay(language), "Jan Kowalski");

        String written = message.title() + "\n\n" + message.text() + "\n[SMS] " + message.sms() + "\n";
        Path golden = Path.of("src/test/resources/golden/delay_" + language + ".txt");
        Files.createDirectories(Path.of("target/golden"));
        Files.writeString(Path.of("target/golden").resolve(golden.getFileName()), written);
        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @Test
    void invariant_6_the_delay_notice_is_complete_on_both_channels() {
        RenderedMessage message = renderer.render(delay("en"), "Jan Kowalski");

        assertThat(message.text())
                .contains("sorry", "18:00", "14:00", "choose another time or cancel", LINK, "+48221000010");
        assertThat(message.html()).contains("sorry", "18:00", "14:00", LINK);
        assertThat(message.sms())
                .contains("sorry", "18:00", "+48221000010", "1045")
                .doesNotContain("1,045");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_text_message_fits_into_three_segments(String language) {
        List<MessageContent> contents = new ArrayList<>(List.of(delay(language)));
        for (NoticeSubject subject : EnumSet.complementOf(EnumSet.copyOf(TOLD_AS_DATES))) {
            contents.add(content(language, List.of(subject), List.of(), null));
        }

        assertThat(contents).allSatisfy(content -> {
            String sms = renderer.render(content, null).sms();
            assertThat(SmsText.segments(sms)).isLessThanOrEqualTo(SmsText.SEGMENTS_MAX);
            assertThat(sms).contains("+48221000010", "A-100042", "1045");
        });
    }

    @Test
    void the_trip_guard_comes_before_everything_else() {
        MessageContent content = content(
                "en",
                List.of(NoticeSubject.STOCK_ARRIVED, NoticeSubject.READINESS_WITHDRAWN, NoticeSubject.NEXT_UPDATE),
                delay("en").newDates(),
                null);

        RenderedMessage message = renderer.render(content, null);

        assertThat(message.title()).startsWith("Please do not come yet");
        assertThat(message.text()).startsWith("Hello,\n\nPlease do not come to the pickup point WAW-1 yet");
        assertThat(message.sms()).startsWith("Order A-100042: please do NOT come to WAW-1 yet");
    }

    @ParameterizedTest
    @EnumSource(DateShift.class)
    void only_a_delay_carries_an_apology(DateShift shift) {
        MessageContent content = content(
                "en", List.of(), List.of(new MessageContent.NewDate("by 14:00", "We call by 18:00", shift)), null);

        RenderedMessage message = renderer.render(content, null);

        assertThat(message.text().contains("sorry")).isEqualTo(shift == DateShift.DELAY);
        assertThat(message.sms().contains("sorry")).isEqualTo(shift == DateShift.DELAY);
        assertThat(message.text()).contains("by 14:00", "We call by 18:00");
    }

    @Test
    void a_staff_text_is_the_message() {
        MessageContent content =
                content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), "The supplier answers tomorrow.");

        RenderedMessage message = renderer.render(content, null);

        assertThat(message.text()).contains("The supplier answers tomorrow.").doesNotContain("cannot give you a date");
        assertThat(message.sms()).contains("The supplier answers tomorrow.");
    }

    @Test
    void a_next_update_names_the_time_of_the_next_message() {
        RenderedMessage message =
                renderer.render(content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), null), null);

        assertThat(message.text()).contains("cannot give you a date", "Your order will be ready");
        assertThat(message.sms()).contains("Your order will be ready");
    }

    @Test
    void free_text_is_escaped_in_html() {
        MessageContent content =
                content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), "<script>alert(1)</script> & \"you\"");

        RenderedMessage message = renderer.render(content, "<b>Jan</b>");

        assertThat(message.html())
                .doesNotContain("<script", "<b>")
                .contains("&lt;script&gt;", "&amp;", "&lt;b&gt;Jan&lt;/b&gt;");
    }

    @Test
    void the_shops_copy_has_no_answer_link() {
        RenderedMessage copy = renderer.render(delay("en").withoutAnswerLink(), null);

        assertThat(copy.text()).doesNotContain("answers/").contains("18:00");
    }

    @Test
    void an_untranslated_language_falls_back_to_english() {
        assertThat(renderer.render(delay("xx"), null).title()).isEqualTo("A new date for your order A-100042");
        assertThat(renderer.render(delay("en-GB"), null).title()).isEqualTo("A new date for your order A-100042");
    }

    private static MessageContent delay(String language) {
        String before = Wording.when(Precision.BY_TIME, null, at("2026-01-12T14:00"), WARSAW, language);
        String told = Wording.told(
                PromiseKind.CONFIRMATION_CALL,
                PromiseDates.at(at("2026-01-12T10:00"), TERMS).offered(Precision.BY_TIME, at("2026-01-12T18:00")),
                WARSAW,
                language);
        return content(language, List.of(), List.of(new MessageContent.NewDate(before, told, DateShift.DELAY)), null);
    }

    private static MessageContent content(
            String language,
            List<NoticeSubject> news,
            List<MessageContent.NewDate> newDates,
            @Nullable String freeText) {
        String ready = Wording.told(
                PromiseKind.PICKUP_READY,
                PromiseDates.at(at("2026-01-12T10:00"), TERMS).offered(Precision.END_OF_DAY, at("2026-01-13T20:00")),
                WARSAW,
                language);
        return new MessageContent(
                language,
                "A-100042",
                1045,
                "WAW-1",
                news,
                newDates,
                List.of(ready),
                freeText,
                "+48221000010",
                "Mon-Fri 09:00-20:00; Sat 10:00-16:00",
                newDates.isEmpty() ? null : LINK);
    }

    private static List<String> arguments(String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found.stream().sorted().toList();
    }

    private static String read(String resource) {
        try (InputStream in = QuteMessageRendererTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
