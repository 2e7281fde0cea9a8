package io.orderjourney.order.inquiries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.InquiryChannel;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InquiryTest {

    private static final Instant MONDAY = Instant.parse("2026-01-12T09:00:00Z");

    private static final Inquiry ASKED = new Inquiry(
            UUID.randomUUID(),
            "Q-100007",
            UUID.randomUUID(),
            UUID.randomUUID(),
            "pl",
            "STOCK",
            InquiryChannel.EMAIL,
            Desk.CUSTOMER_CARE,
            null,
            MONDAY,
            null,
            null,
            1);

    @Test
    void an_inquiry_is_open_until_it_is_answered() {
        assertThat(ASKED.isOpen()).isTrue();
        assertThat(ASKED.answered(MONDAY).isOpen()).isFalse();
        assertThat(ASKED.answered(MONDAY).version()).isEqualTo(2);
    }

    @Test
    void a_hand_over_changes_the_desk_and_nothing_else() {
        Inquiry handedOver = ASKED.handedOver(Desk.SALES);

        assertThat(handedOver.desk()).isEqualTo(Desk.SALES);
        assertThat(handedOver.isOpen()).isTrue();
        assertThat(handedOver.number()).isEqualTo(ASKED.number());
    }

    @Test
    void nothing_happens_with_an_inquiry_that_is_answered() {
        Inquiry answered = ASKED.answered(MONDAY);

        assertThatThrownBy(() -> answered.answered(MONDAY)).isInstanceOf(Inquiry.AlreadyAnswered.class);
        assertThatThrownBy(() -> answered.handedOver(Desk.SALES)).isInstanceOf(Inquiry.AlreadyAnswered.class);
        assertThatThrownBy(answered::requireOpen).isInstanceOf(Inquiry.AlreadyAnswered.class);
    }

    @Test
    void what_follows_an_answered_inquiry_adds_to_its_number() {
        assertThat(Inquiry.followUpNumber("Q-100007", 2)).isEqualTo("Q-100007.2");
    }
}
