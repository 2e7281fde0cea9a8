package io.orderjourney.notification.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.KeyRing;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTokenTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final KeyRing KEYS = KeyRing.of(SECRET, "answer links");
    private static final long NOTICE = 1045;

    @Test
    void a_token_names_its_message() {
        String token = AnswerToken.of(NOTICE, KEYS);

        assertThat(AnswerToken.read(token, KEYS)).hasValue(NOTICE);
        assertThat(token).hasSize(20).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void a_changed_byte_invalidates_the_token() {
        byte[] token = Base64.getUrlDecoder().decode(AnswerToken.of(NOTICE, KEYS));
        for (int index = 0; index < token.length; index++) {
            byte[] forged = token.clone();
            forged[index] ^= 1;
            assertThat(AnswerToken.read(Base64.getUrlEncoder().withoutPadding().encodeToString(forged), KEYS))
                    .as("byte %d", index)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "not base64 at all!", "AAAA", "%00"})
    void malformed_tokens_are_rejected(String token) {
        assertThat(AnswerToken.read(token, KEYS)).isEmpty();
    }

    @Test
    void another_secret_cannot_read_the_token() {
        assertThat(AnswerToken.read(AnswerToken.of(NOTICE, KEYS), KeyRing.of(SECRET + "x", "answer links")))
                .isEmpty();
    }

    @Test
    void a_link_outlives_the_change_of_the_secret() {
        String token = AnswerToken.of(NOTICE, KEYS);
        String changed = "fedcba9876543210fedcba9876543210";

        assertThat(AnswerToken.read(token, KeyRing.of(changed + "," + SECRET, "answer links")))
                .hasValue(NOTICE);
        assertThat(AnswerToken.read(token, KeyRing.of(changed, "answer links"))).isEmpty();
    }
}
