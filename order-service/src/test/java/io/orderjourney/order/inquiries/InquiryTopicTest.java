package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiryTopicTest {

    @Test
    void topics_are_read_in_the_order_of_a_form() {
        Map<String, InquiryTopic> topics = InquiryTopic.read(Map.of(
                "OTHER", "CUSTOMER_CARE 90",
                "STOCK", "SALES 20",
                "DAMAGE", "CUSTOMER_CARE 60 complaint"));

        assertThat(topics.keySet()).containsExactly("STOCK", "DAMAGE", "OTHER");
        assertThat(topics.get("STOCK").desk()).isEqualTo(Desk.SALES);
        assertThat(topics.get("DAMAGE").complaint()).isTrue();
        assertThat(topics.get("STOCK").complaint()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SALES", "NOBODY 10", "SALES first", "SALES 10 joke", ""})
    void a_topic_that_cannot_be_read_stops_the_start(String setting) {
        assertThatThrownBy(() -> InquiryTopic.read(Map.of("STOCK", setting)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
