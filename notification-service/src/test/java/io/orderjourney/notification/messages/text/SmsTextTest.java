package io.orderjourney.notification.messages.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsTextTest {

    private static final String END = " Call +48221000010. Msg 1045";

    @Test
    void what_fits_into_three_segments_stays_as_it_is_and_one_character_more_is_shortened() {
        String fits = "x".repeat(3 * SmsText.GSM_SEGMENT - END.length());

        assertThat(SmsText.fit(fits, END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(fits + "x", END))
                .hasSizeLessThanOrEqualTo(3 * SmsText.GSM_SEGMENT)
                .endsWith("..." + END);
    }

    @Test
    void one_character_outside_of_the_gsm_alphabet_leaves_less_than_half_the_room() {
        String fits = "ż" + "x".repeat(3 * SmsText.UNICODE_SEGMENT - END.length() - 1);

        assertThat(SmsText.fit(fits, END)).isEqualTo(fits + END);
        assertThat(SmsText.fit(fits + "x", END)).endsWith("..." + END);
        assertThat(SmsText.segments(SmsText.fit(fits + "x", END))).isLessThanOrEqualTo(3);
    }

    @Test
    void it_is_cut_between_words_and_the_end_with_the_number_is_always_whole() {
        String told = "We will call you ".repeat(40);

        String text = SmsText.fit(told, END);

        assertThat(text).matches("(?s).*(We|will|call|you)\\.\\.\\. Call \\+48221000010\\. Msg 1045");
    }

    @Test
    void no_character_is_cut_in_half() {
        String text = SmsText.fit("😀".repeat(150), END);

        String beginning = text.substring(0, text.indexOf("..."));
        assertThat(beginning).matches("(😀)+");
    }
}
