package io.orderjourney.notification.notices;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.WARSAW;
import static io.orderjourney.notification.Fixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.NoticeSubject;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QuietHoursPolicy is from 21:00 until 08:00; news of two minutes is one message. */
class SendTimePolicyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-12T10:00, 2026-01-12T10:02",
        // two minutes before the quiet hours it leaves in the last moment, or waits
        "2026-01-12T20:57:59.999, 2026-01-12T20:59:59.999",
        "2026-01-12T20:58, 2026-01-13T08:00",
        "2026-01-13T03:00, 2026-01-13T08:00",
        "2026-01-13T07:57:59.999, 2026-01-13T08:00",
        "2026-01-13T07:58, 2026-01-13T08:00",
        "2026-01-13T07:58:00.001, 2026-01-13T08:00:00.001"
    })
    void invariant_9_news_waits_for_the_merge_window_and_quiet_hours(String now, String leaves) {
        assertThat(sendAfter(now, NoticeSubject.STOCK_ARRIVED, null)).isEqualTo(at(leaves));
    }

    @ParameterizedTest
    @CsvSource({
        // The clocks go forward at two on 29 March and back at three on 25 October: eight o'clock is eight o'clock.
        "2026-03-28T23:00, 2026-03-29T08:00",
        "2026-10-24T23:00, 2026-10-25T08:00"
    })
    void quiet_hours_follow_the_wall_clock_through_dst(String now, String leaves) {
        assertThat(sendAfter(now, NoticeSubject.STOCK_ARRIVED, null)).isEqualTo(at(leaves));
    }

    @Test
    void case_C6_the_answer_to_an_order_waits_for_the_merge_window_only() {
        assertThat(sendAfter("2026-01-12T23:05", NoticeSubject.ORDER_RECEIVED, null))
                .isEqualTo(at("2026-01-12T23:07"));
    }

    @Test
    void quiet_hours_are_in_the_customers_zone() {
        Instant ten = at("2026-01-12T10:00");

        assertThat(SendTimePolicy.sendAfter(
                        ten, NoticeSubject.STOCK_ARRIVED, null, TERMS, ZoneId.of("America/New_York")))
                .isEqualTo(at("2026-01-12T14:00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-12T10:00", "2026-01-13T03:00"})
    void invariant_9_only_the_trip_guard_ignores_quiet_hours(String now) {
        assertThat(sendAfter(now, NoticeSubject.READINESS_WITHDRAWN, null)).isEqualTo(at(now));
    }

    @ParameterizedTest
    @CsvSource({
        // it leaves at least 20 minutes before the old date
        "2026-01-12T10:00, 2026-01-12T10:22, 2026-01-12T10:02",
        "2026-01-12T10:00, 2026-01-12T10:21:59.999, 2026-01-12T10:00",
        // in quiet hours it leaves at their end, however near the date is
        "2026-01-13T05:00, 2026-01-13T08:10, 2026-01-13T08:00",
        // in the evening it does not wait until the date has passed
        "2026-01-12T20:59, 2026-01-13T08:10, 2026-01-12T20:59",
        "2026-01-12T20:59, 2026-01-13T08:20, 2026-01-13T08:00"
    })
    void a_delay_notice_leaves_20_minutes_before_the_date(String now, String believedAnchorAt, String leaves) {
        assertThat(sendAfter(now, null, at(believedAnchorAt))).isEqualTo(at(leaves));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-12T20:59:59.999, 2026-01-12T20:59:59.999",
        "2026-01-12T21:00, 2026-01-13T08:00",
        "2026-01-13T07:59:59.999, 2026-01-13T08:00",
        "2026-01-13T08:00, 2026-01-13T08:00"
    })
    void invariant_9_a_delayed_message_waits_for_the_end_of_quiet_hours(String now, String goesOut) {
        Notice news = Changes.notice(null, NoticeSubject.STOCK_ARRIVED);
        Notice stop = Changes.notice(null, NoticeSubject.STOCK_ARRIVED, NoticeSubject.READINESS_WITHDRAWN);

        assertThat(SendTimePolicy.outsideQuietHours(at(now), news, TERMS, WARSAW))
                .isEqualTo(at(goesOut));
        assertThat(SendTimePolicy.outsideQuietHours(at(now), stop, TERMS, WARSAW))
                .isEqualTo(at(now));
    }

    private static Instant sendAfter(String now, @Nullable NoticeSubject subject, @Nullable Instant believedAnchorAt) {
        return SendTimePolicy.sendAfter(at(now), subject, believedAnchorAt, TERMS, WARSAW);
    }
}
