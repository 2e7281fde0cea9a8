package io.orderjourney.notification.notices;

import static io.orderjourney.notification.notices.Changes.change;
import static io.orderjourney.notification.notices.Changes.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.notification.notices.DateChange.Turn;
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
    void a_new_date_turns_out_later_earlier_agreed_or_back_on_track(
            String believed, String dueAt, ReasonCode reason, Turn turn) {
        // First promised for 14:00.
        assertThat(change(CALL, 1, believed, dueAt, reason).turn()).isEqualTo(turn);
    }

    @Test
    void an_agreed_time_that_the_shop_moves_is_apologised_for_in_either_direction() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "11:00", "12:00").turn())
                .isEqualTo(Turn.DELAY);
        assertThat(Changes.window(CALL, "13:00", "14:00", "16:00", "17:00").turn())
                .isEqualTo(Turn.DELAY);
    }

    @Test
    void who_must_come_earlier_must_hear_before_the_earlier_time() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "11:00", "12:00").hearBefore())
                .isEqualTo(Changes.at("11:00"));
        assertThat(Changes.window(CALL, "13:00", "14:00", "16:00", "17:00").hearBefore())
                .isEqualTo(Changes.at("13:00"));
    }

    @Test
    void invariant_8_of_two_new_dates_in_one_message_the_last_is_told_against_what_he_believes() {
        Notice growing = notice(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY));

        DateChange joined = growing.joined(change(CALL, 2, "16:00", "18:00", ReasonCode.DESK_BUSY))
                .orElseThrow();

        assertThat(joined.revision()).isEqualTo(2);
        assertThat(joined.believedDueAt()).isEqualTo(Changes.at("14:00"));
        assertThat(joined.dueAt()).isEqualTo(Changes.at("18:00"));
    }

    @Test
    void a_delay_that_is_taken_back_before_anybody_heard_of_it_leaves_nothing_to_tell() {
        Notice growing = notice(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY));

        assertThat(growing.joined(change(CALL, 2, "16:00", "14:00", ReasonCode.DESK_BUSY)))
                .isEmpty();
        assertThat(growing.joined(change(CALL, 2, "16:00", "14:00:00.001", ReasonCode.DESK_BUSY)))
                .isPresent();
    }

    @Test
    void a_time_that_the_customer_agreed_himself_he_knows_before_the_message_says_so() {
        Notice growing = notice(change(CALL, 1, "14:00", "18:00", ReasonCode.CUSTOMER_ASKED));

        DateChange back = growing.joined(change(CALL, 2, "18:00", "14:00", ReasonCode.DESK_BUSY))
                .orElseThrow();

        assertThat(back.believedDueAt()).isEqualTo(Changes.at("18:00"));
    }

    @Test
    void invariant_7_ready_is_true_only_with_just_this_readiness() {
        Notice ready = notice(2, NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);

        assertThat(ready.whatIsTrue(2, id -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);
        assertThat(ready.whatIsTrue(3, id -> true).subjects()).containsExactly(NoticeSubject.STOCK_ARRIVED);
        assertThat(ready.whatIsTrue(null, id -> true).subjects()).containsExactly(NoticeSubject.STOCK_ARRIVED);
    }

    @Test
    void do_not_come_is_true_only_while_it_is_not_ready() {
        Notice stop = notice(null, NoticeSubject.READINESS_WITHDRAWN);

        assertThat(stop.whatIsTrue(null, id -> true).parts()).hasSize(1);
        assertThat(stop.whatIsTrue(2, id -> true).parts()).isEmpty();
    }

    @Test
    void nobody_apologises_for_what_was_kept_meanwhile() {
        Notice delay = notice(change(CALL, 1, "14:00", "18:00", ReasonCode.DESK_BUSY));

        assertThat(delay.whatIsTrue(null, id -> true).isDelayNotice()).isTrue();
        assertThat(delay.whatIsTrue(null, id -> false).parts()).isEmpty();
    }
}
