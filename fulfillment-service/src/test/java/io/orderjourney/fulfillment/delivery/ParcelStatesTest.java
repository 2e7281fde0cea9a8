package io.orderjourney.fulfillment.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.promises.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every stage of a parcel, and what each event makes of it: the stage that follows, {@code same} if it only says more about
 * the stage, {@code no} if nothing changes, or {@code refused}.
 */
class ParcelStatesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");
    private static final Instant TOMORROW = NOON.plus(Duration.ofDays(1));

    /** What people, couriers and other services do to a parcel, in the order of the columns. */
    enum Event {
        DISPATCH,
        ETA,
        OUT,
        DELIVERED,
        NOT_AT_HOME,
        NOT_CHOSEN,
        JOURNEY_ENDED,
        BROUGHT_BACK,
        CHECK_IN
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PREPARING        | DISPATCHED | refused | refused          | refused   | refused     | no        | CANCELLED | refused      | refused
            DISPATCHED       | refused    | same    | OUT_FOR_DELIVERY | DELIVERED | NOT_AT_HOME | no        | RETURNING | BROUGHT_BACK | refused
            OUT_FOR_DELIVERY | refused    | same    | no               | DELIVERED | NOT_AT_HOME | no        | RETURNING | BROUGHT_BACK | refused
            NOT_AT_HOME      | refused    | same    | OUT_FOR_DELIVERY | DELIVERED | no          | RETURNING | RETURNING | BROUGHT_BACK | refused
            DELIVERED        | refused    | refused | refused          | no        | refused     | no        | no        | refused      | refused
            RETURNING        | refused    | refused | refused          | DELIVERED | refused     | no        | same      | BROUGHT_BACK | RETURNED
            BROUGHT_BACK     | refused    | refused | refused          | refused   | refused     | no        | same      | no           | RETURNED
            RETURNED         | refused    | refused | refused          | refused   | refused     | no        | no        | refused      | refused
            CANCELLED        | refused    | refused | refused          | refused   | refused     | no        | no        | refused      | refused
            """)
    void every_event_moves_a_parcel_or_is_refused(
            ParcelStage stage,
            String dispatch,
            String eta,
            String out,
            String delivered,
            String notAtHome,
            String notChosen,
            String ended,
            String broughtBack,
            String checkIn) {
        String[] expected = {dispatch, eta, out, delivered, notAtHome, notChosen, ended, broughtBack, checkIn};
        Map<Event, String> outcomes = Arrays.stream(Event.values())
                .collect(Collectors.toMap(event -> event, event -> outcome(at(stage), event)));

        assertThat(outcomes)
                .isEqualTo(Arrays.stream(Event.values())
                        .collect(Collectors.toMap(event -> event, event -> expected[event.ordinal()])));
    }

    private static String outcome(Parcel before, Event event) {
        try {
            Parcel after = apply(before, event).state();
            if (after.equals(before)) {
                return "no";
            }
            assertThat(after.version()).isEqualTo(before.version() + 1);
            return after.stage() == before.stage() ? "same" : after.stage().name();
        } catch (Parcel.Refused refused) {
            assertThat(refused).hasMessageContaining(before.stage().name());
            return "refused";
        }
    }

    private static Decision<Parcel> apply(Parcel parcel, Event event) {
        return switch (event) {
            case DISPATCH -> parcel.dispatched(true, true, "warehouse:marek", NOON);
            case ETA -> parcel.expectedAt(TOMORROW, NOON);
            case OUT -> parcel.outForDelivery("courier", NOON);
            case DELIVERED -> parcel.delivered("courier", NOON);
            case NOT_AT_HOME -> parcel.notAtHome("courier", NOON);
            case NOT_CHOSEN -> parcel.notChosen(NOON);
            case JOURNEY_ENDED -> parcel.ended(JourneyEnd.CANCELLED_BY_CUSTOMER, NOON);
            case BROUGHT_BACK -> parcel.broughtBack("courier", NOON);
            case CHECK_IN -> parcel.checkedIn("warehouse:marek", NOON);
        };
    }

    /** A parcel at this stage, led there by the events that lead there. */
    private static Parcel at(ParcelStage stage) {
        Parcel placed = placed();
        return switch (stage) {
            case PREPARING -> placed;
            case DISPATCHED -> apply(placed, Event.DISPATCH).state();
            case OUT_FOR_DELIVERY ->
                apply(at(ParcelStage.DISPATCHED), Event.OUT).state();
            case NOT_AT_HOME ->
                apply(at(ParcelStage.OUT_FOR_DELIVERY), Event.NOT_AT_HOME).state();
            case DELIVERED ->
                apply(at(ParcelStage.OUT_FOR_DELIVERY), Event.DELIVERED).state();
            case RETURNING ->
                apply(at(ParcelStage.NOT_AT_HOME), Event.NOT_CHOSEN).state();
            case BROUGHT_BACK ->
                apply(at(ParcelStage.RETURNING), Event.BROUGHT_BACK).state();
            case RETURNED -> apply(at(ParcelStage.BROUGHT_BACK), Event.CHECK_IN).state();
            case CANCELLED -> apply(placed, Event.JOURNEY_ENDED).state();
        };
    }

    @Test
    void a_parcel_leaves_complete_and_with_an_address_or_not_at_all() {
        assertThat(refusalOf(() -> placed().dispatched(false, true, "marek", NOON)))
                .contains("not all goods");
        assertThat(refusalOf(() -> placed().dispatched(true, false, "marek", NOON)))
                .contains("address");
    }

    @Test
    void each_missed_attempt_is_counted_and_voids_what_the_courier_expected() {
        Parcel expected =
                at(ParcelStage.OUT_FOR_DELIVERY).expectedAt(TOMORROW, NOON).state();
        Parcel missed = expected.notAtHome("courier", NOON).state();
        Parcel again = missed.outForDelivery("courier", TOMORROW)
                .state()
                .notAtHome("courier", TOMORROW)
                .state();

        assertThat(expected.etaAt()).isEqualTo(TOMORROW);
        assertThat(missed.etaAt()).isNull();
        assertThat(missed.attempts()).isEqualTo(1);
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void an_eta_in_the_past_or_in_a_season_is_nobodys_meaning() {
        Parcel sent = at(ParcelStage.DISPATCHED);
        assertThat(refusalOf(() -> sent.expectedAt(NOON.minus(Duration.ofHours(2)), NOON)))
                .contains("ETA");
        assertThat(refusalOf(
                        () -> sent.expectedAt(NOON.plus(Parcel.ETA_AHEAD_MAX).plusMillis(1), NOON)))
                .contains("ETA");
        assertThat(sent.expectedAt(NOON.plus(Parcel.ETA_AHEAD_MAX), NOON)
                        .state()
                        .etaAt())
                .isNotNull();
    }

    @Test
    void an_overtaken_report_is_told_from_a_later_one_to_the_millisecond() {
        Parcel reported = at(ParcelStage.DISPATCHED).reported(NOON);
        assertThat(reported.knowsBetter(NOON.minusMillis(1))).isTrue();
        assertThat(reported.knowsBetter(NOON)).isFalse();
    }

    @Test
    void a_journey_that_ends_on_the_way_calls_the_parcel_back() {
        Decision<Parcel> ended = apply(at(ParcelStage.OUT_FOR_DELIVERY), Event.JOURNEY_ENDED);
        assertThat(ended.facts())
                .extracting(fact -> fact.type().wireName())
                .containsExactly(EventTypes.PARCEL_RECALLED.wireName());
        assertThat(ended.state().end()).isEqualTo(JourneyEnd.CANCELLED_BY_CUSTOMER);
    }

    private static String refusalOf(Runnable attempt) {
        try {
            attempt.run();
            return "nothing was refused";
        } catch (Parcel.Refused | Parcel.ImplausibleEta refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    static Parcel placed() {
        return Parcel.placed(
                UUID.fromString("0195c3f0-1b7e-7a40-8f3d-5a2b6c9d0e11"),
                "A-100043",
                UUID.fromString("0195c3f0-1b7e-7a40-8f3d-5a2b6c9d0e12"),
                "en",
                "WAREHOUSE",
                NOON);
    }
}
