package io.orderjourney.notification.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.notification.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicWordTest {

    private static final PublicWord WORD =
            new PublicWord("Phones & More", "help@phones.example", "+48221000050", Fixtures.WARSAW);

    @ParameterizedTest
    @EnumSource(IncidentKind.class)
    void the_page_of_every_kind_speaks_four_languages_loads_nothing_and_says_when_the_next_word_comes(IncidentKind kind)
            throws IOException {
        String page = WORD.page(SampleIncidents.open(kind));

        Files.writeString(
                Files.createDirectories(Path.of("target/pages")).resolve("emergency-" + kind + ".html"), page);
        assertThat(page)
                .contains("Phones &amp; More", "mailto:help@phones.example", "tel:+48221000050")
                .contains("Saturday, 17 January", "sobota, 17 stycznia", "sobota, 17. januarja", "суббота, 17 января")
                .doesNotContain("<script", "<link", "<img", "src=", "http", "{0}", "Phones & More");
        for (String language : IncidentTexts.LANGUAGES) {
            assertThat(page).contains("<section id=\"" + language + "\" lang=\"" + language + "\">");
        }
    }

    @Test
    void a_post_says_who_speaks_what_happened_how_to_reach_us_and_when_the_next_word_comes() {
        assertThat(WORD.post(SampleIncidents.open(IncidentKind.SHOP_DOWN), "en"))
                .isEqualTo("""
                        Phones & More: Our online shop is not available right now
                        We are working on it. Orders you have placed are safe, also those of the last minutes before the outage:\
                         you need not order again.
                        We apologise for the trouble.
                        Next news here: Saturday, 17 January, at 13:00.
                        Reach us: help@phones.example, phone +48221000050""");
    }

    @Test
    void each_language_has_its_own_words_for_every_kind() {
        for (IncidentKind kind : IncidentKind.values()) {
            Set<String> posts = new HashSet<>();
            for (String language : IncidentTexts.LANGUAGES) {
                posts.add(WORD.post(SampleIncidents.open(kind), language));
            }
            assertThat(posts).hasSize(IncidentTexts.LANGUAGES.size());
        }
    }

    @Test
    void what_is_over_is_said_to_be_over_and_promises_no_further_word() {
        String page = WORD.page(SampleIncidents.in(IncidentState.RESOLVED));

        assertThat(page)
                .contains("Everything is working again", "Wszystko znowu działa")
                .doesNotContain("17 January");
    }

    @Test
    void without_another_mail_the_telephone_remains() {
        PublicWord phoneOnly = new PublicWord("Shop", null, "+48221000050", Fixtures.WARSAW);

        assertThat(phoneOnly.page(SampleIncidents.open()))
                .contains("tel:+48221000050")
                .doesNotContain("mailto:");
    }
}
