package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.WARSAW;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.testing.WarsawShop;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | We will call you to confirm your order by 14:00 on Monday, 12 January
        pl | Zadzwonimy, aby potwierdzić zamówienie: poniedziałek, 12 stycznia, do godz. 14:00
        sl | Poklicali vas bomo, da potrdimo naročilo: ponedeljek, 12. januar, do 14:00
        ru | Мы позвоним вам, чтобы подтвердить заказ: понедельник, 12 января, до 14:00
        """)
    void a_promise_is_told_in_the_customers_language_and_the_shops_zone(String language, String told) {
        GrantedDate date = new GrantedDate(Precision.BY_TIME, null, at("2026-01-12T14:00"));

        assertThat(Wording.told(PromiseKind.CONFIRMATION_CALL, date, WARSAW, language))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | Monday, 12 January, at 14:00
        pl | poniedziałek, 12 stycznia, o godz. 14:00
        sl | ponedeljek, 12. januar, ob 14:00
        ru | понедельник, 12 января, в 14:00
        """)
    void a_requested_time_is_a_moment_and_no_time_limit(String language, String told) {
        assertThat(Wording.moment(at("2026-01-12T14:00"), WARSAW, language)).isEqualTo(told);
    }

    @Test
    void an_unknown_language_is_told_in_english_and_an_unknown_kind_in_plain_words() {
        GrantedDate date = new GrantedDate(Precision.BY_TIME, null, at("2026-01-12T14:00"));

        assertThat(Wording.told(new PromiseKind("ENGRAVING"), date, WARSAW, "xx"))
                .isEqualTo("We will do it by 14:00 on Monday, 12 January");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "sl", "ru"})
    void every_language_has_words_for_everything(String language) {
        String bundle = "io.orderjourney.promises.wording";
        Set<String> english = ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet();

        assertThat(ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language))
                        .keySet())
                .isEqualTo(english);
        assertThat(english)
                .containsAll(WarsawShop.TERMS.policy().kinds().keySet().stream()
                        .map(PromiseKind::name)
                        .toList());
    }
}
