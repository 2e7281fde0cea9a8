package io.orderjourney.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.console.ConsoleTexts;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"pickup", "shop", "warehouse"})
    void every_language_has_every_text(String desk) {
        for (String language : ConsoleTexts.LANGUAGES) {
            assertThat(bundle(desk, language).keySet())
                    .as(language)
                    .isEqualTo(bundle(desk, "en").keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en,1,1 order waits",
        "pl,3,czekają 3 zamówienia",
        "pl,5,czeka 5 zamówień",
        "sl,2,čakata 2 naročili",
        "sl,4,čakajo 4 naročila",
        "ru,21,ждёт 21 заказ",
        "ru,5,ждут 5 заказов"
    })
    void orders_that_wait_are_counted_as_people_count(String language, int orders, String expected) {
        assertThat(ConsoleTexts.of(language, name("warehouse"), getClass().getClassLoader())
                        .say("waiting", orders))
                .isEqualTo(expected);
    }

    private static ResourceBundle bundle(String desk, String language) {
        return ResourceBundle.getBundle(
                name(desk),
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static String name(String desk) {
        return "io.orderjourney.fulfillment.desk." + desk;
    }
}
