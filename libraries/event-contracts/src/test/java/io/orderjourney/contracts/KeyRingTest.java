package io.orderjourney.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {

    private static final String OLD = "0123456789abcdef0123456789abcdef";
    private static final String NEW = "fedcba9876543210fedcba9876543210";
    private static final byte[] PAYLOAD = "anna".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_the_old_secret_signed_is_good_while_the_new_one_replaces_it() {
        String before = ring(OLD).seal(PAYLOAD);
        String during = ring(NEW + "," + OLD).seal(PAYLOAD);

        assertThat(ring(NEW + "," + OLD).open(before)).contains(PAYLOAD);
        assertThat(ring(NEW).open(during)).contains(PAYLOAD);
        assertThat(ring(NEW).open(before)).isEmpty();
    }

    @Test
    void the_name_of_a_key_is_read_and_a_wrong_one_opens_nothing() {
        String sealed = ring(OLD).seal(PAYLOAD);
        String otherName = (sealed.startsWith("00") ? "01" : "00") + sealed.substring(2);

        assertThat(ring(OLD).open(otherName)).isEmpty();
        assertThat(sealed).doesNotContain(OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a", "zz.a.b", "00", "00.", "00..", "\n00.a.b"})
    void what_is_no_sealed_text_opens_nothing(String text) {
        assertThat(ring(OLD).open(text)).isEmpty();
    }

    @Test
    void a_short_secret_and_a_third_one_are_refused_and_not_repeated() {
        assertThatThrownBy(() -> ring(OLD + ",short"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tests")
                .hasMessageNotContaining(OLD);
        assertThatThrownBy(() -> ring(OLD + "," + NEW + "," + OLD)).isInstanceOf(IllegalStateException.class);
    }

    private static KeyRing ring(String secrets) {
        return KeyRing.of(secrets, "tests");
    }
}
