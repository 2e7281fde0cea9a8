package io.orderjourney.fulfillment.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.promises.CollectorCode;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IssuedCodeTest {

    private static final String SECRET = "a-secret-for-tests-that-is-long-enough";
    private static final UUID ID = new UUID(3, 1);
    private static final IssuedCode ISSUED =
            new IssuedCode(new UUID(7, 1), ID, 0, Instant.parse("2026-03-02T11:00:00Z"));

    @Test
    void the_code_opens_and_another_one_does_not() {
        assertThat(ISSUED.isRight(CollectorCode.of(ID, SECRET), SECRET)).isTrue();
        assertThat(ISSUED.isRight("", SECRET)).isFalse();
    }

    @Test
    void a_code_that_was_tried_too_often_opens_no_more() {
        IssuedCode tried = ISSUED;
        for (int left = IssuedCode.WRONG_TRIES_MAX; left > 0; left--) {
            assertThat(tried.triesLeft()).isEqualTo(left);
            assertThat(tried.isSpent()).isFalse();
            tried = tried.wronglyTried();
        }
        assertThat(tried.isSpent()).isTrue();
        assertThat(tried.wronglyTried().triesLeft()).isZero();
        assertThat(tried.isRight(CollectorCode.of(ID, SECRET), SECRET)).isFalse();
    }
}
