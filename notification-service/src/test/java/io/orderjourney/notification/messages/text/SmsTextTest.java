package io.orderjourney.notification.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmsTextTest {

    private static final String END = " Call +48221000010. Msg 1045";

    @Test
    void three_segments_fit_and_one_character_more_is_shortened() {
        String fits = "x".repeat(3 * SmsText.GSM_SEGMENT - END.length());

        assertThat(SmsText.fit(List.of(fits), END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(List.of(fits + "x"), END))
                .hasSizeLessThanOrEqualTo(3 * SmsText.GSM_SEGMENT)
                .endsWith(" ..." + END);
    }

    @Test
    void one_non_gsm_character_more_than_halves_the_length() {
        String fits = "ж" + "x".repeat(3 * SmsText.UNICODE_SEGMENT - END.length() - 1);

        assertThat(SmsText.fit(List.of(fits), END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(List.of(fits + "x"), END)).endsWith(" ..." + END);
        assertThat(SmsText.segments(SmsText.fit(List.of(fits + "x"), END))).isLessThanOrEqualTo(3);
    }

    @Test
    void text_is_cut_between_words_and_keeps_its_whole_ending() {
        String told = "We will call you ".repeat(40);

        String text = SmsText.fit(List.of(told), END);

        assertThat(text).matches("(?s).*(We|will|call|you) \\.\\.\\. Call \\+48221000010\\. Msg 1045");
    }

    @Test
    void surrogate_pairs_stay_together() {
        String text = SmsText.fit(List.of("😀".repeat(150)), END);

        String beginning = text.substring(0, text.indexOf("..."));
        assertThat(beginning).matches("(😀)+ ");
    }

    @Test
    void accents_are_dropped_before_sentences() {
        List<String> dates = List.of(
                "Naročilo A-100003: žal nam je, nov termin.",
                "Poklicali vas bomo, da potrdimo naročilo: četrtek, 26. november, do 15:30.",
                "Naročilo bo pripravljeno za prevzem: ponedeljek, 30. november, do konca dneva (20:00).");

        String text = SmsText.fit(dates, " Tel. +48221000010. Št. 8");

        assertThat(text)
                .startsWith("Narocilo A-100003: zal nam je")
                .contains("cetrtek, 26. november, do 15:30", "ponedeljek, 30. november, do konca dneva (20:00).")
                .endsWith(" Tel. +48221000010. St. 8");
        assertThat(SmsText.fit(List.of("Przyjść o godz. 15:30 – łatwe."), END))
                .startsWith("Przyjść o godz. 15:30 – łatwe.");
    }

    @Test
    void a_sentence_with_a_date_is_kept_whole_or_dropped() {
        String sorry = "Заказ A-100004: извините, новый срок.";
        String call = "Мы позвоним вам, чтобы подтвердить заказ: понедельник, 30 ноября, до 15:30.";
        String ready = "Заказ будет готов к выдаче: воскресенье, 6 декабря, до конца дня (20:00).";

        String text = SmsText.fit(List.of(sorry, call, ready), END);

        assertThat(text).isEqualTo(sorry + " " + call + " ..." + END);
    }
}
