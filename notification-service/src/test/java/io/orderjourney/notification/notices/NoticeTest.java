package io.orderjourney.notification.notices;

import static io.orderjourney.notification.notices.Changes.change;
import static io.orderjourney.notification.notices.Changes.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.messages.MessageContent.DateShift;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeTest {

    private static final UUID CALL = UUID.fromString("01940000-0000-7000-8000-0000000000aa");

    @ParameterizedTest
    @CsvSource({
        "14:00, 18:00, DESK_BUSY, DELAY",
        "14:00, 14:00:00.001, DESK_BUSY, DELAY",
        "14:00, 11:00, DESK_BUSY, EARLIER",
        "16:00, 14:00, DESK_BUSY, BACK_ON_TRACK",
        "16:00, 14:00:00.001, DESK_BUSY, EARLIER",
        "14:00, 18:00, CUSTOMER_ASKED, AGREED"
    })
    void a_date_change_is_a_delay_earlier_agreed_or_back_on_track(
            String believed, String dueAt, ReasonCode reason, DateShift shift) {
        // First promised for 14:00.
        assertThat(change(CALL, 1, believed, dueAt, reason).shift()).isEqualTo(shift);
    }

    @Test
    void a_window_moved_by_the_shop_is_a_delay_in_either_direction() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "11:00", "12:00").shift())
                .isEqualTo(DateShift.DELAY);
        assertThat(Changes.window(CALL, "13:00", "14:00", "16:00", "17:00").shift())
                .isEqualTo(DateShift.DELAY);
    }

    @Test
    void an_earlier_window_is_announced_before_its_new_start() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "11:00", "12:00").notifyBefore())
                .isEqualTo(Changes.at("11:00"));
        assertThat(Changes.window(CALL, "13:00", "14:00", "16:00", "17:00").notifyBefore())
                .isEqualTo(Changes.at("13:00"));
    }

    @Test
    void what_a_text_message_has_no_room_for_is_not_told() {
        UUID other = UUID.randomUUID();
        Notice both = Changes.notice(
                change(CALL, 1, "14:00", "18:00", ReasonCode.DESK_BUSY),
                change(other, 1, "14:00", "18:00", ReasonCode.DESK_BUSY));

        assertThat(both.withDates(2).newDates()).hasSize(2);
        assertThat(both.withDates(1).newDates())
                .extracting(DateChange::promiseId)
                .containsExactly(CALL);
        assertThat(both.withDates(0).newDates()).isEmpty();
    }

    @Test
    void a_date_other_than_the_confirmed_one_is_news() {
        DateChange change = change(CALL, 2, "14:00", "18:00", ReasonCode.DESK_BUSY);

        assertThat(change.news(null)).contains(change);
        assertThat(change.news(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY)))
                .contains(change);
    }

    @Test
    void the_confirmed_date_is_news_only_after_another_one_was_sent() {
        DateChange back = change(CALL, 2, "14:00", "14:00", ReasonCode.DESK_BUSY);

        assertThat(back.news(null)).isEmpty();
        assertThat(back.news(change(CALL, 1, "14:00", "14:00", ReasonCode.DESK_BUSY)))
                .isEmpty();
        DateChange told = back.news(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY))
                .orElseThrow();
        assertThat(told.shift()).isEqualTo(DateShift.BACK_ON_TRACK);
        assertThat(told.believedDueAt()).isEqualTo(Changes.at("16:00"));
        assertThat(told.revision()).isEqualTo(2);
    }

    @Test
    void a_window_with_a_new_start_is_news() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "12:00", "14:00").news(null))
                .isPresent();
        assertThat(Changes.window(CALL, "13:00", "14:00", "13:00", "14:00").news(null))
                .isEmpty();
    }

    @Test
    void only_valid_date_changes_are_kept() {
        UUID decision = UUID.fromString("01940000-0000-7000-8000-0000000000bb");
        Notice both = notice(
                change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY),
                change(decision, 3, "14:00", "18:00", ReasonCode.BANK_LATE));

        assertThat(both.stillValid(null, false, false, false, change -> change.revision() == 3)
                        .newDates())
                .extracting(DateChange::promiseId)
                .containsExactly(decision);
    }

    @Test
    void invariant_7_ready_is_valid_only_for_the_current_readiness() {
        Notice ready = notice(2, NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);

        assertThat(ready.stillValid(2, false, false, false, change -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);
        assertThat(ready.stillValid(3, false, false, false, change -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED);
        assertThat(ready.stillValid(null, false, false, false, change -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED);
    }

    @Test
    void a_trip_guard_is_valid_only_while_not_ready() {
        Notice stop = notice(null, NoticeSubject.READINESS_WITHDRAWN);

        assertThat(stop.stillValid(null, false, false, false, change -> true).parts())
                .hasSize(1);
        assertThat(stop.stillValid(2, false, false, false, change -> true).parts())
                .isEmpty();
    }

    @Test
    void the_customers_turn_is_told_only_while_it_is_theirs() {
        Notice turn = notice(null, NoticeSubject.YOUR_TURN);

        assertThat(turn.stillValid(null, false, true, false, change -> true).parts())
                .hasSize(1);
        assertThat(turn.stillValid(null, false, false, false, change -> true).parts())
                .isEmpty();
    }

    @Test
    void after_the_end_only_thanks_an_answer_and_the_end_are_valid() {
        Notice all = notice(2, NoticeSubject.values());

        assertThat(all.stillValid(2, true, true, true, change -> true).subjects())
                .containsExactly(
                        NoticeSubject.PARCEL_DELIVERED,
                        NoticeSubject.THANK_YOU,
                        NoticeSubject.JOURNEY_ENDED,
                        NoticeSubject.INQUIRY_ANSWERED,
                        NoticeSubject.BACK_IN_STOCK,
                        NoticeSubject.REPAIR_READY,
                        NoticeSubject.FEEDBACK_REQUEST,
                        NoticeSubject.APOLOGY);
    }

    @Test
    void a_kept_promise_needs_no_apology() {
        Notice delay = notice(change(CALL, 1, "14:00", "18:00", ReasonCode.DESK_BUSY));

        assertThat(delay.stillValid(null, false, false, false, change -> true).isDelayNotice())
                .isTrue();
        assertThat(delay.stillValid(null, false, false, false, change -> false).parts())
                .isEmpty();
    }
}
