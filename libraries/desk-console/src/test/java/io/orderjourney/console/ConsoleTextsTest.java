package io.orderjourney.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTextsTest {

    @Test
    void every_language_has_every_text() {
        for (String language : ConsoleTexts.LANGUAGES) {
            assertThat(bundle(language).keySet())
                    .as(language)
                    .isEqualTo(bundle("en").keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({"en,1,1 day", "pl,2,2 dni", "pl,1,1 dzień", "sl,2,2 dneva", "sl,3,3 dni", "ru,2,2 дня", "ru,5,5 дней"})
    void a_count_takes_the_plural_of_its_language(String language, int days, String expected) {
        assertThat(ConsoleTexts.shared(language).say("time.days", days)).isEqualTo(expected);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "io.orderjourney.console.console",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
