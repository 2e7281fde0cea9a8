package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.WARSAW;
import static io.orderjourney.promises.testing.WarsawShop.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.promises.testing.WarsawShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence stands in src/test/resources/wording, one file for each language, to be read by who speaks it. */
class WordingTest {

    private static final GrantedDate MONDAY = new GrantedDate(Precision.BY_TIME, null, at("2026-11-30T17:30"));

    /** A time, an end of day, an appointment, one from hour to hour, and days within which goods wait. */
    private static final List<GrantedDate> DATES = List.of(
            MONDAY,
            new GrantedDate(Precision.END_OF_DAY, null, at("2026-12-02T19:00")),
            new GrantedDate(Precision.WINDOW, at("2026-12-04T11:30"), at("2026-12-04T12:30")),
            new GrantedDate(Precision.WINDOW, at("2026-12-05T12:00"), at("2026-12-05T13:00")),
            new GrantedDate(Precision.WINDOW, at("2026-12-04T16:47"), at("2026-12-08T20:00")));

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "sl", "ru"})
    void every_kind_is_told_with_every_precision_in_every_language(String language) throws IOException {
        StringBuilder written = new StringBuilder();
        Stream<PromiseKind> kinds = Stream.concat(
                WarsawShop.TERMS.policy().kinds().keySet().stream(), Stream.of(new PromiseKind("ENGRAVING")));
        kinds.sorted((one, other) -> one.name().compareTo(other.name())).forEach(kind -> {
            written.append(kind.name()).append('\n');
            DATES.forEach(date -> line(written, Wording.told(kind, date, WARSAW, language)));
        });
        written.append("Inside a sentence, and after a colon\n");
        Stream.concat(
                        DATES.stream(),
                        IntStream.range(1, 7)
                                .mapToObj(day -> new GrantedDate(
                                        Precision.BY_TIME, null, MONDAY.dueAt().plus(Duration.ofDays(day)))))
                .forEach(date -> {
                    line(written, Wording.when(date.precision(), date.windowStartAt(), date.dueAt(), WARSAW, language));
                    line(written, Wording.date(date.precision(), date.windowStartAt(), date.dueAt(), WARSAW, language));
                });
        written.append("Goods wait\n");
        IntStream.range(0, 7)
                .mapToObj(day -> MONDAY.dueAt().plus(Duration.ofDays(day)))
                .map(at -> new GrantedDate(Precision.END_OF_DAY, null, at))
                .forEach(date -> line(written, Wording.told(PromiseKind.GOODS_HOLD, date, WARSAW, language)));

        Path seen = Path.of("target/wording").resolve(language + ".txt");
        Files.createDirectories(seen.getParent());
        Files.writeString(seen, written);
        assertThat(seen)
                .hasSameTextualContentAs(Path.of("src/test/resources/wording").resolve(language + ".txt"));
    }

    private static void line(StringBuilder written, String text) {
        written.append("  ").append(text).append('\n');
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | We will call you to confirm your order by 17:30 on Monday, 30 November
        pl | Zadzwonimy w poniedziałek, 30 listopada, do godz. 17:30, aby potwierdzić zamówienie
        sl | Poklicali vas bomo v ponedeljek, 30. novembra, do 17.30, da potrdimo naročilo
        ru | Мы позвоним вам в понедельник, 30 ноября, до 17:30, чтобы подтвердить заказ
        """)
    void a_promise_is_told_in_the_customers_language_and_the_shops_zone(String language, String told) {
        assertThat(Wording.told(PromiseKind.CONFIRMATION_CALL, MONDAY, WARSAW, language))
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        en | Monday, 12 January, at 14:00
        pl | poniedziałek, 12 stycznia, godz. 14:00
        sl | ponedeljek, 12. januarja, ob 14. uri
        ru | понедельник, 12 января, в 14:00
        """)
    void a_requested_time_is_a_moment_and_no_time_limit(String language, String told) {
        assertThat(Wording.moment(at("2026-01-12T14:00"), WARSAW, language)).isEqualTo(told);
    }

    @Test
    void an_unknown_language_is_told_in_english_and_an_unknown_kind_in_plain_words() {
        assertThat(Wording.told(new PromiseKind("ENGRAVING"), MONDAY, WARSAW, "xx"))
                .isEqualTo("We will do it by 17:30 on Monday, 30 November");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "sl", "ru"})
    void every_language_has_words_for_everything(String language) {
        String bundle = "io.orderjourney.promises.wording";
        Set<String> english = ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet();
        ResourceBundle words = ResourceBundle.getBundle(bundle, Locale.forLanguageTag(language));

        assertThat(words.keySet()).containsAll(english);
        assertThat(words.keySet())
                .as("more than English has only for full hours")
                .allMatch(key -> english.contains(key.replace(".hours", "")));
        assertThat(Stream.of("weekdays", "weekdays.inside", "weekdays.until"))
                .allMatch(names -> words.getString(names).split(",").length == 7);
        assertThat(words.getString("months").split(",")).hasSize(12);
        assertThat(english)
                .containsAll(WarsawShop.TERMS.policy().kinds().keySet().stream()
                        .map(PromiseKind::name)
                        .toList());
    }
}
