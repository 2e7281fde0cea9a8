package io.orderjourney.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HmacTest {

    private static final String SECRET = "0123456789-0123456789-0123456789";

    private final Hmac hmac = Hmac.of(SECRET, "tests");

    /** RFC 4231, test case 2. */
    @Test
    void it_signs_as_the_standard_says() {
        byte[] signature = Hmac.of("Jefe".getBytes(UTF_8))
                .sign("what do ya ".getBytes(UTF_8), "want for nothing?".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(signature))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void what_was_sealed_is_opened_with_the_same_secret_alone() {
        String sealed = hmac.seal("an offer".getBytes(UTF_8));

        assertThat(hmac.open(sealed))
                .hasValueSatisfying(payload -> assertThat(payload).isEqualTo("an offer".getBytes(UTF_8)));
        assertThat(Hmac.of(SECRET + "x", "tests").open(sealed)).isEmpty();
    }

    @Test
    void a_changed_text_is_not_opened() {
        String sealed = hmac.seal("an offer".getBytes(UTF_8));
        String other = hmac.seal("another".getBytes(UTF_8));

        assertThat(hmac.open(other.substring(0, other.indexOf('.')) + sealed.substring(sealed.indexOf('.'))))
                .isEmpty();
        assertThat(hmac.open("x" + sealed)).isEmpty();
        assertThat(hmac.open(sealed.substring(0, sealed.length() - 2))).isEmpty();
        assertThat(hmac.open("no seal")).isEmpty();
        assertThat(hmac.open(".")).isEmpty();
        assertThat(hmac.open("")).isEmpty();
    }

    @Test
    void a_short_secret_is_refused_and_not_repeated() {
        assertThatThrownBy(() -> Hmac.of(SECRET.substring(1), "answer links"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("answer links")
                .hasMessageNotContaining(SECRET.substring(1));
    }
}
