package io.orderjourney.promises;

import static io.orderjourney.promises.testing.WarsawShop.at;
import static io.orderjourney.promises.testing.WarsawShop.datesAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.PromiseKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orders placed at moments at which calendars go wrong: SALES has four hours of its own time to call. */
class OrdinaryDaysTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "2026-12-23T23:59, 2026-12-28T13:00, a minute before Christmas and a weekend",
        "2026-12-24T00:00, 2026-12-28T13:00, as the holidays begin",
        "2026-12-31T19:00, 2027-01-02T13:00, an hour before the year is over",
        "2026-03-28T23:30, 2026-03-30T13:00, in the night that is an hour shorter",
        "2026-10-24T23:30, 2026-10-26T13:00, in the night that is an hour longer",
        "2026-10-25T02:30, 2026-10-26T13:00, in the hour that comes twice",
        "2028-02-28T23:59, 2028-02-29T13:00, a minute before a leap day",
        "2026-04-30T19:30, 2026-05-02T13:30, half an hour before a holiday on a Friday",
        "2026-01-10T15:59, 2026-01-12T13:00, a minute before Saturday's closing",
        "2026-01-09T20:00, 2026-01-10T14:00, as the desk closes on Friday"
    })
    void a_call_is_promised_for_a_time_at_which_somebody_calls(String orderedAt, String calledBy, String moment) {
        Instant due = datesAt(orderedAt)
                .earliestFrom(PromiseKind.CONFIRMATION_CALL, at(orderedAt), DeskLoad.NONE)
                .dueAt();

        assertThat(due).as(moment).isEqualTo(at(calledBy));
    }

    @Test
    void who_wants_to_be_called_in_the_hour_that_the_clock_skips_is_offered_the_morning() {
        assertThatThrownBy(
                        () -> datesAt("2026-03-28T12:00").around(PromiseKind.CONFIRMATION_CALL, at("2026-03-29T02:30")))
                .isInstanceOfSatisfying(
                        PromiseRefused.class,
                        refused -> assertThat(refused.nextPossibleAt()).isAfterOrEqualTo(at("2026-03-30T09:00")));
    }

    @Test
    void a_next_update_before_a_long_weekend_is_promised_for_the_first_day_after_it() {
        GrantedDate update = datesAt("2026-12-23T19:59").nextUpdate(Desk.SALES, DeskLoad.NONE);

        assertThat(update.dueAt()).isBetween(at("2026-12-28T09:00"), at("2026-12-28T20:00"));
    }
}
