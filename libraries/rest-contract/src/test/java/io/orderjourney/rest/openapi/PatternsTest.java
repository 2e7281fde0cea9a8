package io.orderjourney.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternsTest {

    @Test
    void a_pattern_means_the_whole_text() {
        assertThat(Patterns.anchored("[a-z]+")).isEqualTo("^(?:[a-z]+)$");
        assertThat(Patterns.anchored("a|b")).isEqualTo("^(?:a|b)$");
        assertThat(Patterns.anchored("^[a-z]+$")).isEqualTo("^[a-z]+$");
    }

    @Test
    void not_blank_is_found_anywhere() {
        Pattern notBlank = Pattern.compile(Patterns.anchored("\\S"));

        assertThat(notBlank.matcher(" a b\n").find()).isTrue();
        assertThat(notBlank.matcher(" \n ").find()).isFalse();
    }
}
