package io.orderjourney.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CollectorCodeTest {

    private static final String SECRET = "a-secret-for-tests-that-is-long-enough";
    private static final UUID ID = UUID.fromString("0195c3f0-9d2a-7c11-9a53-0c8f6d2e4b10");

    @Test
    void it_is_six_digits_and_the_same_for_who_knows_the_secret() {
        String code = CollectorCode.of(ID, SECRET);

        assertThat(code).matches("[0-9]{6}").isEqualTo(CollectorCode.of(ID, SECRET));
        assertThat(CollectorCode.matches(ID, SECRET, code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
        assertThat(CollectorCode.matches(ID, SECRET, code + "0")).isFalse();
        assertThat(CollectorCode.matches(ID, SECRET, "")).isFalse();
    }

    @Test
    void another_id_or_secret_gives_another_code() {
        Set<String> codes = new HashSet<>();
        for (int index = 0; index < 100; index++) {
            codes.add(CollectorCode.of(new UUID(7, index), SECRET));
        }
        assertThat(codes).hasSizeGreaterThan(95);
        assertThat(CollectorCode.of(ID, SECRET + "!")).isNotEqualTo(CollectorCode.of(ID, SECRET));
        assertThatThrownBy(() -> CollectorCode.of(ID, "short")).isInstanceOf(IllegalStateException.class);
    }
}
