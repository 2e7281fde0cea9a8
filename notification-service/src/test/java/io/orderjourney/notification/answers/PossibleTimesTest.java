package io.orderjourney.notification.answers;

import static io.orderjourney.notification.Fixtures.TERMS;
import static io.orderjourney.notification.Fixtures.at;
import static io.orderjourney.notification.Fixtures.promise;
import static io.orderjourney.notification.Fixtures.window;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.WaitingReason;
import io.orderjourney.promises.CustomerTurn;
import io.orderjourney.promises.DeskLoad;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.JourneyForecast;
import io.orderjourney.promises.Promise;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PossibleTimesTest {

    private static final Instant MONDAY_TEN = at("2026-01-12T10:00");

    private final Promise call = promise(PromiseKind.CONFIRMATION_CALL, "2026-01-12T16:00");

    @Test
    void of_each_day_the_first_and_the_last_time_that_can_be_kept_are_offered() {
        assertThat(times(call).next())
                .extracting(GrantedDate::dueAt)
                .containsExactly(
                        at("2026-01-12T18:00"),
                        at("2026-01-13T10:00"),
                        at("2026-01-13T18:00"),
                        at("2026-01-14T10:00"),
                        at("2026-01-14T18:00"),
                        at("2026-01-15T10:00"));
    }

    @Test
    void an_appointment_keeps_its_length_and_lies_in_open_hours() {
        Promise signing = window(PromiseKind.SIGNING_APPOINTMENT, "2026-01-16T11:00", "2026-01-16T12:00");

        assertThat(times(signing).next()).isNotEmpty().allSatisfy(time -> {
            assertThat(time.windowStartAt()).isNotNull();
            assertThat(time.dueAt()).isEqualTo(time.windowStartAt().plusSeconds(3600));
        });
    }

    @Test
    void a_time_is_agreed_at_once_only_where_no_other_diary_is_concerned() {
        Promise signing = window(PromiseKind.SIGNING_APPOINTMENT, "2026-01-16T11:00", "2026-01-16T12:00");

        assertThat(times(call).isAgreedAtOnce()).isTrue();
        assertThat(times(signing).isAgreedAtOnce()).isFalse();
    }

    @Test
    void a_time_that_would_not_hold_is_not_possible() {
        assertThat(times(call).at(at("2026-01-11T12:00"))).as("passed").isEmpty();
        assertThat(times(call).at(at("2026-01-18T12:00"))).as("Sunday").isEmpty();
        assertThat(times(call).at(at("2026-01-12T16:00"))).as("as it is").isEmpty();
        assertThat(times(call).at(at("2026-01-12T10:01"))).as("too early").isEmpty();
        assertThat(times(call).at(at("2026-01-13T12:00"))).isPresent();
    }

    @Test
    void whom_the_courier_did_not_meet_chooses_another_day_and_gets_it_at_once() {
        Promise missed = promise(PromiseKind.DELIVERY, "2026-01-12T18:00")
                .paused(new CustomerTurn(WaitingReason.NOT_AT_HOME, MONDAY_TEN, at("2026-01-15T18:00")));

        assertThat(PossibleTimes.canBeChosen(missed)).isTrue();
        assertThat(times(missed).isAgreedAtOnce()).isTrue();
        assertThat(times(missed).next())
                .extracting(GrantedDate::dueAt)
                .containsExactly(
                        at("2026-01-13T18:00"), at("2026-01-14T18:00"), at("2026-01-15T18:00"), at("2026-01-16T18:00"));
        // What the page offers is what the answer sends back.
        assertThat(times(missed).next())
                .allSatisfy(day -> assertThat(times(missed).at(day.dueAt())).contains(day));
        assertThat(PossibleTimes.canBeChosen(
                        call.paused(new CustomerTurn(WaitingReason.NOT_REACHED, MONDAY_TEN, at("2026-01-15T18:00")))))
                .isFalse();
    }

    @Test
    void when_the_bank_decides_is_not_the_customers_to_choose() {
        assertThat(PossibleTimes.canBeChosen(call)).isTrue();
        assertThat(PossibleTimes.canBeChosen(promise(PromiseKind.CREDIT_DECISION, "2026-01-13T19:00")))
                .isFalse();
        assertThat(PossibleTimes.canBeChosen(call.kept("reached", MONDAY_TEN))).isFalse();
    }

    private static PossibleTimes times(Promise promise) {
        JourneyForecast forecast = JourneyForecast.of(List.of(promise), TERMS, MONDAY_TEN);
        return new PossibleTimes(promise, forecast, DeskLoad.NONE, TERMS, MONDAY_TEN);
    }
}
