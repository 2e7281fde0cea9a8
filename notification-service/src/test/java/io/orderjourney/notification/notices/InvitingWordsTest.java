package io.orderjourney.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvitingWordsTest {

    @ParameterizedTest
    @CsvSource({
        "en, Come: it is ready.",
        "en, Your phone is ready for pickup",
        "en, You can collect it today.",
        "en, The papers came. Please come tomorrow",
        "pl, Telefon jest gotowy do odbioru.",
        "pl, Zapraszamy jutro",
        "pl, Mogą państwo przyjść",
        "sl, Telefon je pripravljen.",
        "sl, Lahko pridete danes",
        "ru, Телефон готов",
        "ru, Приходите завтра",
        "fr, It is ready"
    })
    void words_that_send_the_customer_on_their_way_are_found(String language, String text) {
        assertThat(InvitingWords.in(text, language)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "en, Your phone is not ready yet.",
        "en, Please don't come before we write to you",
        "en, We write as soon as it is ready",
        "en, The supplier answers tomorrow and we write by 16:00.",
        "en, The goods come on Friday.",
        "pl, Telefon nie jest jeszcze gotowy.",
        "pl, Napiszemy gdy telefon jest gotowy do odbioru",
        "sl, Telefon še ni pripravljen.",
        "sl, Pišemo vam ko je telefon pripravljen",
        "ru, Телефон ещё не готов",
        "ru, Напишем когда можно прийти"
    })
    void what_says_not_yet_invites_no_one(String language, String text) {
        assertThat(InvitingWords.in(text, language)).isEmpty();
    }
}
