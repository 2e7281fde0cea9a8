package io.orderjourney.notification.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmsTextTest {

    private static final String END = " Questions? +48 22 100 00 10. Ref 1045";

    @Test
    void three_segments_fit_and_one_character_more_is_shortened() {
        String fits = "x".repeat(SmsText.SEGMENTS_MAX * SmsText.GSM_SEGMENT - END.length());

        assertThat(SmsText.fit(List.of(fits), END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(List.of(fits + "x"), END))
                .hasSizeLessThanOrEqualTo(SmsText.SEGMENTS_MAX * SmsText.GSM_SEGMENT)
                .endsWith(" ..." + END);
    }

    @Test
    void one_non_gsm_character_more_than_halves_the_length() {
        String fits = "ж" + "x".repeat(SmsText.SEGMENTS_MAX * SmsText.UNICODE_SEGMENT - END.length() - 1);

        assertThat(SmsText.fit(List.of(fits), END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(List.of(fits + "x"), END)).endsWith(" ..." + END);
        assertThat(SmsText.segments(SmsText.fit(List.of(fits + "x"), END))).isLessThanOrEqualTo(SmsText.SEGMENTS_MAX);
    }

    @Test
    void text_is_cut_between_words_and_keeps_its_whole_ending() {
        String told = "We will call you ".repeat(60);

        String text = SmsText.fit(List.of(told), END);

        assertThat(text).matches("(?s).*(We|will|call|you) \\.\\.\\. Questions\\? \\+48 22 100 00 10\\. Ref 1045");
    }

    @Test
    void surrogate_pairs_stay_together() {
        String text = SmsText.fit(List.of("😀".repeat(250)), END);

        String beginning = text.substring(0, text.indexOf("..."));
        assertThat(beginning).matches("(😀)+ ");
    }

    @Test
    void accents_are_dropped_in_every_text_message() {
        List<String> dates = List.of(
                "Naročilo A-100003: žal nam je, nov termin.",
                "Poklicali vas bomo v četrtek, 26. novembra, do 15.30, da potrdimo naročilo.",
                "Naročilo bo pripravljeno za prevzem v ponedeljek, 30. novembra, do 20. ure.");

        String text = SmsText.fit(dates, " Vprašanja: +48 22 100 00 10, sporočilo 8");

        assertThat(text)
                .startsWith("Narocilo A-100003: zal nam je")
                .contains("cetrtek, 26. novembra, do 15.30", "ponedeljek, 30. novembra, do 20. ure.")
                .endsWith(" Vprasanja: +48 22 100 00 10, sporocilo 8");
        assertThat(SmsText.fit(List.of("Przyjść o godz. 15:30 – łatwe."), END))
                .as("a short text is spelled as a long one")
                .startsWith("Przyjsc o godz. 15:30 - latwe.");
    }

    @Test
    void a_sentence_with_a_date_is_kept_whole_or_dropped() {
        String sorry = "Заказ A-100004: приносим извинения, сроки изменились.";
        String call = "Мы позвоним вам в понедельник, 30 ноября, до 15:30, чтобы подтвердить заказ.";
        String ready = "Заказ будет готов к выдаче в воскресенье, 6 декабря, до 20:00.";

        String text = SmsText.fit(List.of(sorry, call, ready, call, ready), END);

        assertThat(text).isEqualTo(String.join(" ", sorry, call, ready, call) + " ..." + END);
        assertThat(SmsText.whole(List.of(sorry, call, ready, call, ready), END)).isEqualTo(4);
        assertThat(SmsText.whole(List.of(sorry, call), END)).isEqualTo(2);
    }
}
