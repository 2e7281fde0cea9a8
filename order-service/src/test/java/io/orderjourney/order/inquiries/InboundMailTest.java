package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundMailTest {

    private static final UUID FIRST = UUID.fromString("019bb179-fbb4-7a30-9f0e-1c5d3f0b8a21");
    private static final UUID SECOND = UUID.fromString("019bb179-fbb4-7a30-9f0e-1c5d3f0b8a22");

    private static InboundMail mail(String subject, String text, Map<String, String> headers) {
        return new InboundMail("<1@example.com>", "jan@example.com", "Jan", subject, headers, text, 0);
    }

    private static String id(UUID message) {
        return "<" + message + ".email@order-journey.example>";
    }

    @Test
    void the_message_that_it_answers_comes_before_those_before_it() {
        InboundMail reply =
                mail("Re:", "Tak", Map.of("in-reply-to", id(SECOND), "references", id(FIRST) + " " + id(SECOND)));

        assertThat(reply.answeredMessages()).containsExactly(SECOND, FIRST);
    }

    @Test
    void messages_of_others_are_none_of_ours() {
        assertThat(mail("Re:", "Tak", Map.of("in-reply-to", "<abc@gmail.com>")).answeredMessages())
                .isEmpty();
        assertThat(mail("Re:", "Tak", Map.of()).answeredMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    Re: Otrzymaliśmy Państwa pytanie Q-100007   | Q-100007   | none
                    Odp: [Q-100007.2] jeszcze coś               | Q-100007.2 | none
                    Gdzie jest A-100042?                        | none       | A-100042
                    A-100042 i Q-100007                         | Q-100007   | A-100042
                    FAQ-100007                                  | none       | FAQ-100007
                    Nova X5-2024                                | none       | none
                    """)
    void numbers_in_a_subject_are_found(String subject, String inquiry, String order) {
        InboundMail mail = mail(subject, "", Map.of());

        assertThat(mail.inquiryNumber().orElse(null)).isEqualTo(inquiry);
        assertThat(mail.orderNumber().orElse(null)).isEqualTo(order);
    }

    @Test
    void an_orders_number_is_also_found_in_the_text() {
        assertThat(mail("Pytanie", "Zamówiłem w piątek, numer A-100042.", Map.of())
                        .orderNumber())
                .contains("A-100042");
    }

    @Test
    void the_same_mail_has_the_same_key_and_two_mails_with_one_id_have_two() {
        assertThat(mail("a", "b", Map.of()).key())
                .isEqualTo(mail("a", "b", Map.of()).key());
        assertThat(mail("a", "b", Map.of()).key())
                .isNotEqualTo(mail("a", "c", Map.of()).key());
    }
}
