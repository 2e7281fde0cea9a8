package io.orderjourney.notification.messages.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\r\nBcc: all@example.org",
                "A\nBcc: all@example.org",
                "A\rB",
                "A\u0000B",
                "A\tB",
                "A\u0085B",
                "A\u2028B",
                "A\u2029B",
                "A\u007fB"
            })
    void control_characters_are_refused_anywhere(String line) {
        assertThatThrownBy(() -> HeaderText.line(line)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HeaderText.line("\u0000" + line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_line_has_at_most_250_characters() {
        assertThat(HeaderText.line("x".repeat(250))).hasSize(250);
        assertThatThrownBy(() -> HeaderText.line("x".repeat(251))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nowy termin dla zamówienia A-100042", "Новый срок", "O'Brien <3", "😀"})
    void ordinary_text_of_all_languages_passes(String line) {
        assertThat(HeaderText.line(line)).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jan",
                "jan@",
                "@example.org",
                "jan@example.org,all@example.org",
                "jan@example.org;all@example.org",
                "Jan <jan@example.org>",
                "jan@example.org\r\nBcc: all@example.org",
                "jan kowalski@example.org",
                "\"jan\"@example.org",
                "jan@exam ple.org",
                "jan@example.org>",
                "a@b@example.org"
            })
    void anything_but_one_plain_address_is_refused(String address) {
        assertThatThrownBy(() -> HeaderText.address(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jan@example.org", "jan.o'brien+shop@mail.example.org", "ян@example.org"})
    void plain_addresses_pass(String address) {
        assertThat(HeaderText.address(address)).isEqualTo(address);
    }

    @Test
    void random_lines_never_smuggle_a_control_character() {
        Random random = new Random(20260112);
        for (int i = 0; i < 10_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                line.appendCodePoint(random.nextInt(10) == 0 ? random.nextInt(0xA0) : random.nextInt(0x3000));
            }
            String passed;
            try {
                passed = HeaderText.line(line.toString());
            } catch (IllegalArgumentException refused) {
                continue;
            }
            assertThat(passed.codePoints().noneMatch(Character::isISOControl)).isTrue();
        }
    }
}
