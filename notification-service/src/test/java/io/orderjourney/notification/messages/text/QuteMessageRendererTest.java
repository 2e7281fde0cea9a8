package io.orderjourney.notification.messages.text;

import static io.orderjourney.notification.messages.SampleMessages.LINK;
import static io.orderjourney.notification.messages.SampleMessages.TOLD_AS_DATES;
import static io.orderjourney.notification.messages.SampleMessages.content;
import static io.orderjourney.notification.messages.SampleMessages.delay;
import static io.orderjourney.notification.messages.SampleMessages.samples;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.notification.messages.MessageContent;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import io.orderjourney.notification.messages.MessageRenderer.RenderedMessage;
import io.orderjourney.notification.messages.SampleMessages;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
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

    private final QuteMessageRenderer renderer = new QuteMessageRenderer(
            Engine.builder()
                    .addDefaults()
                    .addValueResolver(new ReflectionValueResolver())
                    .addResultMapper(new HtmlEscaper(List.of("text/html")))
                    .build()
                    .parse(read("/templates/message.html"), Variant.forContentType("text/html")),
            "Order Journey Shop");

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

    @Test
    void invariant_6_the_delay_notice_is_complete_on_both_channels() {
        RenderedMessage message = renderer.render(delay("en"));

        assertThat(message.text())
                .contains("sorry", "18:00", "14:00", "choose another time or cancel", LINK, "+48 22 100 00 10");
        assertThat(message.html()).contains("sorry", "18:00", "14:00", LINK);
        assertThat(message.sms())
                .contains("sorry", "18:00", "+48 22 100 00 10", "1045")
                .doesNotContain("1,045");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_message_reads_as_its_reviewer_approved_it(String language) throws IOException {
        StringBuilder written = new StringBuilder();
        samples(language).forEach((name, content) -> {
            RenderedMessage message = renderer.render(content);
            written.append("=== ").append(name).append("\n\n").append(message.title());
            written.append("\n\n").append(message.text()).append("\n[SMS, ");
            written.append(SmsText.segments(message.sms()))
                    .append("] ")
                    .append(message.sms())
                    .append("\n\n");
        });

        Path seen = Path.of("target/golden/messages_" + language + ".txt");
        Files.createDirectories(seen.getParent());
        Files.writeString(seen, written);
        assertThat(seen)
                .hasSameTextualContentAs(Path.of("src/test/resources/golden").resolve(seen.getFileName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_text_message_fits_into_three_segments(String language) {
        assertThat(samples(language).values()).allSatisfy(content -> {
            String sms = renderer.render(content).sms();
            assertThat(SmsText.segments(sms)).isLessThanOrEqualTo(SmsText.SEGMENTS_MAX);
            assertThat(sms).contains("+48 22 100 00 10", "A-100042", "1045");
        });
    }

    @Test
    void ready_says_until_when_the_goods_are_kept() {
        RenderedMessage message = renderer.render(SampleMessages.ready("en"));

        assertThat(message.title()).startsWith("Ready for pickup");
        assertThat(message.text())
                .contains("Everything is here", "Please collect them by 20:00 on Tuesday, 20 January")
                .doesNotContain("we need you for a moment");
        assertThat(message.sms()).contains("Please collect your goods by 20:00 on Tuesday, 20 January");
    }

    @Test
    void the_trip_guard_comes_before_everything_else() {
        MessageContent content = content(
                "en",
                List.of(NoticeSubject.STOCK_ARRIVED, NoticeSubject.READINESS_WITHDRAWN, NoticeSubject.NEXT_UPDATE),
                delay("en").newDates(),
                null);

        RenderedMessage message = renderer.render(content);

        assertThat(message.title()).startsWith("Please do not come yet");
        assertThat(message.text()).startsWith("Hello!\n\nPlease do not come to the pickup point WAW-1 yet");
        assertThat(message.sms()).startsWith("Order A-100042: please do NOT come to WAW-1 yet");
    }

    @ParameterizedTest
    @EnumSource(DateShift.class)
    void only_a_delay_carries_an_apology(DateShift shift) {
        MessageContent content = content(
                "en",
                List.of(),
                List.of(new MessageContent.NewDate("by 14:00", "We call by 18:00", shift, null, false)),
                null);

        RenderedMessage message = renderer.render(content);

        assertThat(message.text().contains("sorry")).isEqualTo(shift == DateShift.DELAY);
        assertThat(message.sms().contains("sorry")).isEqualTo(shift == DateShift.DELAY);
        assertThat(message.text()).contains("by 14:00").containsIgnoringCase("we call by 18:00");
    }

    @ParameterizedTest
    @EnumSource(WaitingReason.class)
    void every_turn_says_until_when_on_both_channels(WaitingReason reason) {
        for (String language : List.of("en", "pl", "sl", "ru")) {
            RenderedMessage message = renderer.render(turnOrEnd(language, NoticeSubject.YOUR_TURN, reason, null));

            assertThat(message.text()).contains("14.01.", "+48 22 100 00 10");
            assertThat(message.sms()).contains("14.01.", "+48 22 100 00 10");
        }
    }

    @Test
    void case_A6_a_credit_below_the_price_is_not_told_as_if_only_the_signature_were_missing() {
        RenderedMessage message =
                renderer.render(turnOrEnd("en", NoticeSubject.CREDIT_APPROVED, WaitingReason.CREDIT_CHOICE, null));

        assertThat(message.title()).startsWith("Part of your credit");
        assertThat(message.text()).contains("lends you a part of the price").doesNotContain("All that is left");
        assertThat(message.sms()).contains("a part of the price");
    }

    @ParameterizedTest
    @EnumSource(JourneyEnd.class)
    void only_an_end_by_the_shop_apologises(JourneyEnd end) {
        RenderedMessage message =
                renderer.render(turnOrEnd("en", NoticeSubject.JOURNEY_ENDED, WaitingReason.COLLECTION, end));

        assertThat(message.text().contains("sorry")).isEqualTo(end == JourneyEnd.CANCELLED_BY_SHOP);
        assertThat(message.text()).contains("A-100042", "+48 22 100 00 10");
        assertThat(message.sms().contains("sorry")).isEqualTo(end == JourneyEnd.CANCELLED_BY_SHOP);
    }

    private static MessageContent turnOrEnd(
            String language, NoticeSubject subject, WaitingReason reason, @Nullable JourneyEnd end) {
        return new MessageContent(
                language,
                "A-100042",
                1045,
                "WAW-1",
                "Nova X5, 2 × Cover X5",
                new Money(149700, "PLN"),
                "Mon-Sat 09:00-20:00",
                List.of(subject),
                List.of(),
                List.of(new MessageContent.Turn(reason, "14.01.")),
                end,
                true,
                List.of(),
                null,
                "+48221000010",
                "Mon-Fri 09:00-20:00; Sat 10:00-16:00",
                List.of(),
                null,
                null,
                "",
                null);
    }

    @Test
    void a_staff_text_is_the_message() {
        MessageContent content =
                content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), "The supplier answers tomorrow.");

        RenderedMessage message = renderer.render(content);

        assertThat(message.text()).contains("The supplier answers tomorrow.").doesNotContain("cannot give you a date");
        assertThat(message.sms()).contains("The supplier answers tomorrow.");
    }

    @Test
    void a_next_update_names_the_time_of_the_next_message() {
        RenderedMessage message = renderer.render(content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), null));

        assertThat(message.text()).contains("cannot give you a date", "You will hear from us by 12:00 on Tuesday");
        assertThat(message.sms()).contains("You will hear from us by 12:00 on Tuesday");
    }

    @Test
    void free_text_is_escaped_in_html() {
        MessageContent content =
                content("en", List.of(NoticeSubject.NEXT_UPDATE), List.of(), "<script>alert(1)</script> & \"you\"");

        RenderedMessage message = renderer.render(content);

        assertThat(message.html()).doesNotContain("<script").contains("&lt;script&gt;", "&amp;");
    }

    @Test
    void the_shops_copy_has_no_answer_link() {
        RenderedMessage copy = renderer.render(delay("en").withoutAnswerLink());

        assertThat(copy.text()).doesNotContain("answers/").contains("18:00");
    }

    @Test
    void an_untranslated_language_falls_back_to_english() {
        assertThat(renderer.render(delay("xx")).title()).isEqualTo("A new time for your order A-100042");
        assertThat(renderer.render(delay("en-GB")).title()).isEqualTo("A new time for your order A-100042");
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
