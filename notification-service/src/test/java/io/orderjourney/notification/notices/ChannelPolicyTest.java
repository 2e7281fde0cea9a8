package io.orderjourney.notification.notices;

import static io.orderjourney.notification.notices.Changes.BOTH;
import static io.orderjourney.notification.notices.Changes.at;
import static io.orderjourney.notification.notices.Changes.change;
import static io.orderjourney.notification.notices.Changes.contact;
import static io.orderjourney.notification.notices.Changes.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.state.CustomerContact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelPolicyTest {

    private static final Notice NEWS = notice(null, NoticeSubject.STOCK_ARRIVED);
    private static final UUID NOTICE = NEWS.id();

    @Test
    void plain_news_uses_mail_or_the_preferred_channel() {
        assertThat(ChannelPolicy.first(NEWS, BOTH, at("10:00"))).containsExactly(Channel.EMAIL);
        assertThat(ChannelPolicy.first(NEWS, contact("a@example.org", "+48600100200", Channel.SMS), at("10:00")))
                .containsExactly(Channel.SMS);
        assertThat(ChannelPolicy.first(NEWS, contact(null, "+48600100200", Channel.EMAIL), at("10:00")))
                .containsExactly(Channel.SMS);
        assertThat(ChannelPolicy.first(NEWS, contact("a@example.org", null, Channel.SMS), at("10:00")))
                .containsExactly(Channel.EMAIL);
    }

    @Test
    void case_C6_what_answers_an_order_goes_by_mail_at_night_and_as_they_like_it_by_day() {
        Notice answer = notice(null, NoticeSubject.ORDER_RECEIVED, NoticeSubject.STOCK_ARRIVED);
        CustomerContact likesTexts = contact("a@example.org", "+48600100200", Channel.SMS);

        assertThat(ChannelPolicy.first(answer, likesTexts, at("23:07"), true, Set.of()))
                .containsExactly(Channel.EMAIL);
        assertThat(ChannelPolicy.first(answer, likesTexts, at("10:00"), false, Set.of()))
                .containsExactly(Channel.SMS);
    }

    @Test
    void without_an_address_no_written_channel_is_chosen() {
        assertThat(ChannelPolicy.first(NEWS, contact(null, null, Channel.CALL), at("10:00")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"11:00:00.000, false", "11:00:00.001, true"})
    void a_delay_within_three_hours_goes_by_mail_and_text(String now, boolean both) {
        Notice delay = notice(change(UUID.randomUUID(), 1, "14:00", "18:00", ReasonCode.DESK_BUSY));

        assertThat(ChannelPolicy.first(delay, BOTH, at(now)))
                .isEqualTo(both ? Set.of(Channel.EMAIL, Channel.SMS) : Set.of(Channel.EMAIL));
    }

    @Test
    void good_news_is_not_urgent() {
        Notice earlier = notice(change(UUID.randomUUID(), 1, "14:00", "11:00", ReasonCode.DESK_BUSY));

        assertThat(ChannelPolicy.first(earlier, BOTH, at("13:00"))).containsExactly(Channel.EMAIL);
    }

    @Test
    void invariant_7_the_trip_guard_uses_every_channel_and_a_call() {
        Notice stop = notice(null, NoticeSubject.READINESS_WITHDRAWN);

        assertThat(ChannelPolicy.first(stop, BOTH, at("10:00"))).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(ChannelPolicy.alsoCall(stop, BOTH)).isTrue();
        assertThat(ChannelPolicy.alsoCall(NEWS, BOTH)).isFalse();
    }

    @Test
    void a_rejected_mail_leads_to_a_text_and_a_rejected_text_to_a_call() {
        assertThat(ChannelPolicy.next(BOTH, Channel.EMAIL, List.of(mail(DeliveryState.REJECTED, 1))))
                .contains(Channel.SMS);
        assertThat(ChannelPolicy.next(
                        BOTH, Channel.SMS, List.of(mail(DeliveryState.REJECTED, 1), text(DeliveryState.REJECTED, 1))))
                .contains(Channel.CALL);
    }

    @Test
    void no_call_while_another_channel_may_succeed() {
        assertThat(ChannelPolicy.next(
                        BOTH,
                        Channel.EMAIL,
                        List.of(mail(DeliveryState.REJECTED, 1), text(DeliveryState.DELIVERED, 1))))
                .isEmpty();
        assertThat(ChannelPolicy.next(
                        BOTH, Channel.EMAIL, List.of(mail(DeliveryState.REJECTED, 1), text(DeliveryState.UNKNOWN, 1))))
                .isEmpty();
        assertThat(ChannelPolicy.next(
                        BOTH, Channel.EMAIL, List.of(mail(DeliveryState.REJECTED, 1), text(DeliveryState.UNKNOWN, 2))))
                .contains(Channel.CALL);
    }

    private static Delivery mail(DeliveryState state, int attempts) {
        return new Delivery(NOTICE, Channel.EMAIL, state, attempts, null, null, null, null);
    }

    private static Delivery text(DeliveryState state, int attempts) {
        return new Delivery(NOTICE, Channel.SMS, state, attempts, null, null, null, null);
    }
}
