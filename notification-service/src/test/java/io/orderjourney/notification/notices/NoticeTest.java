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
    void an_agreed_time_that_the_shop_reschedules_is_apologised_for_in_either_direction() {
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
    void another_date_than_he_has_in_hand_is_news_whatever_is_on_its_way() {
        DateChange change = change(CALL, 2, "14:00", "18:00", ReasonCode.DESK_BUSY);

        assertThat(change.news(null)).contains(change);
        assertThat(change.news(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY)))
                .contains(change);
    }

    @Test
    void the_date_he_has_in_hand_is_news_to_him_only_if_he_may_have_heard_of_another_one() {
        DateChange back = change(CALL, 2, "14:00", "14:00", ReasonCode.DESK_BUSY);

        assertThat(back.news(null)).isEmpty();
        assertThat(back.news(change(CALL, 1, "14:00", "14:00", ReasonCode.DESK_BUSY)))
                .isEmpty();
        DateChange told = back.news(change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY))
                .orElseThrow();
        assertThat(told.turn()).isEqualTo(Turn.BACK_ON_TRACK);
        assertThat(told.believedDueAt()).isEqualTo(Changes.at("16:00"));
        assertThat(told.revision()).isEqualTo(2);
    }

    @Test
    void a_window_that_ends_as_before_but_begins_at_another_time_is_news() {
        assertThat(Changes.window(CALL, "13:00", "14:00", "12:00", "14:00").news(null))
                .isPresent();
        assertThat(Changes.window(CALL, "13:00", "14:00", "13:00", "14:00").news(null))
                .isEmpty();
    }

    @Test
    void of_several_dates_only_those_that_stand_are_told() {
        UUID decision = UUID.fromString("01940000-0000-7000-8000-0000000000bb");
        Notice both = notice(
                change(CALL, 1, "14:00", "16:00", ReasonCode.DESK_BUSY),
                change(decision, 3, "14:00", "18:00", ReasonCode.BANK_LATE));

        assertThat(both.whatIsTrue(null, false, change -> change.revision() == 3)
                        .newDates())
                .extracting(DateChange::promiseId)
                .containsExactly(decision);
    }

    @Test
    void invariant_7_ready_is_true_only_with_just_this_readiness() {
        Notice ready = notice(2, NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);

        assertThat(ready.whatIsTrue(2, false, change -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED, NoticeSubject.READY_FOR_PICKUP);
        assertThat(ready.whatIsTrue(3, false, change -> true).subjects()).containsExactly(NoticeSubject.STOCK_ARRIVED);
        assertThat(ready.whatIsTrue(null, false, change -> true).subjects())
                .containsExactly(NoticeSubject.STOCK_ARRIVED);
    }

    @Test
    void do_not_come_is_true_only_while_it_is_not_ready() {
        Notice stop = notice(null, NoticeSubject.READINESS_WITHDRAWN);

        assertThat(stop.whatIsTrue(null, false, change -> true).parts()).hasSize(1);
        assertThat(stop.whatIsTrue(2, false, change -> true).parts()).isEmpty();
    }

    @Test
    void nobody_apologises_for_what_was_kept_meanwhile() {
        Notice delay = notice(change(CALL, 1, "14:00", "18:00", ReasonCode.DESK_BUSY));

        assertThat(delay.whatIsTrue(null, false, change -> true).isDelayNotice())
                .isTrue();
        assertThat(delay.whatIsTrue(null, false, change -> false).parts()).isEmpty();
    }
}
