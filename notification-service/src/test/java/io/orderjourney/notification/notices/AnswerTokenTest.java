package io.orderjourney.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTokenTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final long NOTICE = 1045;

    @Test
    void a_token_names_its_message() {
        String token = AnswerToken.of(NOTICE, SECRET);

        assertThat(AnswerToken.read(token, SECRET)).hasValue(NOTICE);
        assertThat(token).hasSize(20).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_changed_byte_invalidates_the_token() {
        byte[] token = Base64.getUrlDecoder().decode(AnswerToken.of(NOTICE, SECRET));
        for (int index = 0; index < token.length; index++) {
            byte[] forged = token.clone();
            forged[index] ^= 1;
            assertThat(AnswerToken.read(Base64.getUrlEncoder().withoutPadding().encodeToString(forged), SECRET))
                    .as("byte %d", index)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64 at all!", "AAAA", "%00"})
    void malformed_tokens_are_rejected(String token) {
        assertThat(AnswerToken.read(token, SECRET)).isEmpty();
    }

    @Test
    void another_secret_cannot_read_the_token() {
        assertThat(AnswerToken.read(AnswerToken.of(NOTICE, SECRET), SECRET + "x"))
                .isEmpty();
    }

    @Test
    void a_secret_has_at_least_32_characters() {
        assertThatThrownBy(() -> AnswerToken.of(NOTICE, SECRET.substring(1))).isInstanceOf(IllegalStateException.class);
    }
}
