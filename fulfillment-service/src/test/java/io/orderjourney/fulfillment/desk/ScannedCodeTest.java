package io.orderjourney.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScannedCodeTest {

    @Test
    void a_number_is_a_number() {
        assertThat(ScannedCode.candidates("  A-100042\n")).containsExactly("A-100042");
    }

    @Test
    void the_last_part_of_a_link_is_tried_first() {
        assertThat(ScannedCode.candidates("https://shop.example/o/A-100042")).containsExactly("A-100042", "o");
        assertThat(ScannedCode.candidates("HTTPS://shop.example/pickup?order=A-100042&x="))
                .startsWith("A-100042");
    }

    @Test
    void nothing_is_nothing() {
        assertThat(ScannedCode.candidates(" ")).isEmpty();
        assertThat(ScannedCode.candidates("https://")).isEmpty();
    }
}
