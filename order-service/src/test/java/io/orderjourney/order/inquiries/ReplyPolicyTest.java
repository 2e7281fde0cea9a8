package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyPolicyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/faq#delivery",
                "Dzień dobry, https://shop.example/regulamin",
                "www.shop.example",
                "See our website.",
                "Please check our FAQ, everything is there.",
                "Informacja jest na naszej stronie.",
                "Prosimy sprawdzić na stronie www.sklep.pl/dostawa",
                "Vse najdete na naši spletni strani.",
                "Вся информация есть на сайте: shop.ru/dostavka"
            })
    void a_customer_who_asked_a_person_is_not_sent_to_a_page(String text) {
        assertThatThrownBy(() -> ReplyPolicy.require(text)).isInstanceOf(ReplyPolicy.SendsAway.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tak, w piątek.",
                "Ja.",
                "Nova X5 wraca w piątek o 10:00. Odłożymy dla Pani jedną sztukę; więcej o telefonie jest tutaj:"
                        + " https://shop.example/nova-x5. Pozdrawiam, Olga",
                "The phone is back on Friday at ten. We keep one for you until Monday evening, at the counter in Warsaw."
                        + " It is also on our website."
            })
    void an_answer_passes_with_a_link_beside_it_or_without(String text) {
        assertThatCode(() -> ReplyPolicy.require(text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", " 5 ", "\u200b\u200b", "…"})
    void nothing_is_no_answer(String text) {
        assertThatThrownBy(() -> ReplyPolicy.require(text)).isInstanceOf(ReplyPolicy.NotAnAnswer.class);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'We are sorry, a new one leaves today.'",
        "pl, 'Bardzo przepraszamy, nowy wyjedzie dziś.'",
        "pl, 'Przykro nam z powodu paczki.'",
        "sl, 'Iskreno se opravičujemo.'",
        "sl, 'Žal nam je.'",
        "ru, 'Приносим извинения.'",
        "de, 'Das war der Kurier.'"
    })
    void an_apology_is_recognized_in_every_language(String language, String text) {
        assertThatCode(() -> ReplyPolicy.requireApology(text, language)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'It was the courier. A new one leaves today.'",
        "pl, 'Nowy karton wyjedzie dziś.'",
        "sl, 'Novega pošljemo danes.'",
        "ru, 'Новую отправим сегодня.'"
    })
    void a_complaint_is_not_answered_without_an_apology(String language, String text) {
        assertThatThrownBy(() -> ReplyPolicy.requireApology(text, language))
                .isInstanceOf(ReplyPolicy.ApologyMissing.class);
    }
}
