package io.orderjourney.order.answercard;

import static io.orderjourney.contracts.EventTypes.AGREEMENT_SIGNED;
import static io.orderjourney.contracts.EventTypes.APPLICATION_SUBMITTED;
import static io.orderjourney.contracts.EventTypes.BANK_PAPERS_ANNOUNCED;
import static io.orderjourney.contracts.EventTypes.BANK_PAPERS_CHECKED_IN;
import static io.orderjourney.contracts.EventTypes.BANK_PAPERS_SEARCH_STARTED;
import static io.orderjourney.contracts.EventTypes.CREDIT_APPROVED;
import static io.orderjourney.contracts.EventTypes.CREDIT_REFUSED;
import static io.orderjourney.contracts.EventTypes.EXPERT_CHECKED_IN;
import static io.orderjourney.contracts.EventTypes.GATE_CLOSED;
import static io.orderjourney.contracts.EventTypes.GATE_OPENED;
import static io.orderjourney.contracts.EventTypes.GOODS_HANDED_OVER;
import static io.orderjourney.contracts.EventTypes.GOODS_RESERVED;
import static io.orderjourney.contracts.EventTypes.ORDER_COMPLETED;
import static io.orderjourney.contracts.EventTypes.ORDER_CONFIRMED;
import static io.orderjourney.contracts.EventTypes.ORDER_PLACED;
import static io.orderjourney.contracts.EventTypes.PROMISE_WITHDRAWN;
import static io.orderjourney.contracts.EventTypes.READINESS_WITHDRAWN;
import static io.orderjourney.contracts.EventTypes.READY_FOR_PICKUP;
import static io.orderjourney.contracts.EventTypes.SIGNING_APPOINTMENT_BOOKED;
import static io.orderjourney.contracts.EventTypes.STOCK_ARRIVED;
import static io.orderjourney.contracts.EventTypes.STOCK_ETA_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.contracts.testing.GoldenSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JourneySoFarTest {

    private static final Instant TEN = Instant.parse("2026-01-14T09:00:00Z");

    private static Facts credit() {
        return new Facts().then(ORDER_PLACED);
    }

    @Test
    void nothing_is_known_before_the_order() {
        assertThat(JourneySoFar.of(new Facts().then(ORDER_CONFIRMED).all())).isEmpty();
    }

    @Test
    void the_stage_is_the_last_milestone() {
        Facts journey = credit();
        assertThat(journey.soFar().stage()).isEqualTo(Stage.PLACED);
        assertThat(journey.then(ORDER_CONFIRMED).soFar().stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(journey.then(APPLICATION_SUBMITTED).soFar().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(journey.then(CREDIT_APPROVED).soFar().stage()).isEqualTo(Stage.APPROVED);
        assertThat(journey.then(AGREEMENT_SIGNED).soFar().stage()).isEqualTo(Stage.SIGNED);
        assertThat(journey.then(READY_FOR_PICKUP).soFar().stage()).isEqualTo(Stage.READY);
        assertThat(journey.soFar().isOpen()).isTrue();
        assertThat(journey.then(GOODS_HANDED_OVER).soFar().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(journey.then(ORDER_COMPLETED).soFar().isOpen()).isFalse();
    }

    @Test
    void a_refused_credit_leaves_the_journey_open() {
        JourneySoFar refused = credit().then(ORDER_CONFIRMED)
                .then(APPLICATION_SUBMITTED)
                .then(CREDIT_REFUSED)
                .soFar();

        assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
        assertThat(refused.isOpen()).isTrue();
    }

    @Test
    void a_readiness_that_was_withdrawn_is_no_milestone_any_more() {
        Facts journey = credit().then(AGREEMENT_SIGNED).then(READY_FOR_PICKUP).then(READINESS_WITHDRAWN);
        assertThat(journey.soFar().stage()).isEqualTo(Stage.SIGNED);

        assertThat(journey.then(READY_FOR_PICKUP).soFar().stage()).isEqualTo(Stage.READY);
    }

    @Test
    void the_gates_follow_from_the_way_of_paying() {
        assertThat(JourneySoFar.gatesOf(PaymentMethod.CREDIT)).containsExactly(Gate.values());
        assertThat(JourneySoFar.gatesOf(PaymentMethod.ON_PICKUP))
                .containsExactly(Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT);
        assertThat(credit().soFar().gates())
                .allSatisfy(gate -> assertThat(gate.open()).isFalse());
    }

    @Test
    void a_gate_knows_since_when_it_stands_as_it_does_and_why_it_closed_again() {
        Facts journey = credit().then(GATE_OPENED, new GateOpened(Gate.BANK_PAPERS, TEN));
        assertThat(gate(journey, Gate.BANK_PAPERS)).isEqualTo(new GateState(Gate.BANK_PAPERS, true, TEN, null));

        journey.then(GATE_CLOSED, new GateClosed(Gate.BANK_PAPERS, "papers lost", TEN.plusSeconds(60)));
        assertThat(gate(journey, Gate.BANK_PAPERS))
                .isEqualTo(new GateState(Gate.BANK_PAPERS, false, TEN.plusSeconds(60), "papers lost"));
    }

    private static GateState gate(Facts journey, Gate gate) {
        return journey.soFar().gates().stream()
                .filter(state -> state.gate() == gate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_goods_are_followed_from_the_purchase_order_to_the_customer() {
        UUID purchaseOrder = UUID.randomUUID();
        Facts journey = credit();
        assertThat(journey.soFar().whereabouts().place()).isEqualTo(Whereabouts.Place.NOT_RESERVED);

        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), TEN, TEN));
        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.ON_THE_WAY, TEN));

        Instant later = TEN.plusSeconds(86_400);
        journey.then(STOCK_ETA_CHANGED, new StockEtaChanged(purchaseOrder, "nova", TEN, later, TEN));
        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.ON_THE_WAY, later));

        journey.then(STOCK_ARRIVED);
        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.AT_PICKUP_POINT, null));

        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));
        assertThat(journey.soFar().whereabouts().place()).isEqualTo(Whereabouts.Place.NOT_FIT);

        journey.then(GOODS_HANDED_OVER);
        assertThat(journey.soFar().whereabouts().place()).isEqualTo(Whereabouts.Place.HANDED_OVER);
    }

    @Test
    void goods_that_were_looked_at_again_are_there() {
        Facts journey = credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN));
        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));
        journey.then(GATE_OPENED, new GateOpened(Gate.GOODS_AT_PICKUP_POINT, TEN));

        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.AT_PICKUP_POINT, null));
    }

    @Test
    void a_replacement_that_is_on_its_way_is_not_hidden_by_the_piece_that_was_unfit() {
        Facts journey = credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN));
        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(UUID.randomUUID()), TEN, TEN));
        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));

        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.ON_THE_WAY, TEN));
    }

    @Test
    void goods_that_went_to_an_earlier_order_are_wanted_again() {
        UUID purchaseOrder = UUID.randomUUID();
        Facts journey =
                credit().then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), TEN, TEN));
        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), null, TEN));

        assertThat(journey.soFar().whereabouts()).isEqualTo(new Whereabouts(Whereabouts.Place.WANTED, null));
    }

    @Test
    void an_appointment_that_was_given_up_is_not_shown_any_more() {
        Facts journey = credit().then(SIGNING_APPOINTMENT_BOOKED);
        assertThat(journey.soFar().appointment()).isNotNull();

        journey.then(
                PROMISE_WITHDRAWN,
                new PromiseWithdrawn(UUID.randomUUID(), PromiseKind.SIGNING_APPOINTMENT, "no expert", TEN));

        assertThat(journey.soFar().appointment()).isNull();
    }

    @Test
    void goods_that_nobody_has_are_wanted_and_goods_on_the_shelf_are_there() {
        assertThat(credit().then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(), null, TEN))
                        .soFar()
                        .whereabouts()
                        .place())
                .isEqualTo(Whereabouts.Place.WANTED);
        assertThat(credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN))
                        .soFar()
                        .whereabouts()
                        .place())
                .isEqualTo(Whereabouts.Place.AT_PICKUP_POINT);
    }

    @Test
    void an_expert_vouches_for_the_appointment_as_it_stands_and_for_no_other() {
        SigningAppointmentBooked booked =
                GoldenSample.of(SIGNING_APPOINTMENT_BOOKED).data();
        Facts journey = credit().then(SIGNING_APPOINTMENT_BOOKED, booked);
        assertThat(appointment(journey).expertInAt()).isNull();

        journey.then(
                EXPERT_CHECKED_IN,
                new ExpertCheckedIn(
                        booked.applicationId(), "expert-1", booked.startsAt().plusMillis(1), TEN));
        assertThat(appointment(journey).expertInAt()).isNull();

        journey.then(
                EXPERT_CHECKED_IN, new ExpertCheckedIn(booked.applicationId(), "expert-2", booked.startsAt(), TEN));
        assertThat(appointment(journey).expertInAt()).isEqualTo(TEN);
        assertThat(appointment(journey).expertId()).isEqualTo("expert-2");

        assertThat(journey.then(AGREEMENT_SIGNED).soFar().appointment()).isNull();
    }

    private static Appointment appointment(Facts journey) {
        return Objects.requireNonNull(journey.soFar().appointment());
    }

    @Test
    void the_papers_are_followed_even_when_they_are_lost() {
        Facts journey = credit();
        assertThat(journey.soFar().papers()).isNull();

        assertThat(papers(journey.then(BANK_PAPERS_ANNOUNCED))).isEqualTo(Papers.Place.SENT);
        assertThat(papers(journey.then(BANK_PAPERS_SEARCH_STARTED))).isEqualTo(Papers.Place.SEARCHED_FOR);
        assertThat(Objects.requireNonNull(journey.soFar().papers()).lastSeen()).isNotBlank();
        assertThat(papers(journey.then(BANK_PAPERS_CHECKED_IN))).isEqualTo(Papers.Place.CHECKED_IN);
    }

    private static Papers.Place papers(Facts journey) {
        return Objects.requireNonNull(journey.soFar().papers()).place();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void facts_in_any_order_and_repeated_give_the_same_answer(long seed) {
        List<JourneyFact> facts = credit().then(GOODS_RESERVED)
                .then(ORDER_CONFIRMED)
                .then(GATE_OPENED)
                .then(APPLICATION_SUBMITTED)
                .then(CREDIT_APPROVED)
                .then(SIGNING_APPOINTMENT_BOOKED)
                .then(STOCK_ETA_CHANGED)
                .then(STOCK_ARRIVED)
                .then(BANK_PAPERS_ANNOUNCED)
                .then(READY_FOR_PICKUP)
                .then(READINESS_WITHDRAWN)
                .then(GATE_CLOSED)
                .then(BANK_PAPERS_SEARCH_STARTED)
                .all();
        List<JourneyFact> shuffled = new ArrayList<>(facts);
        shuffled.addAll(facts.subList(0, 6));
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(JourneySoFar.of(shuffled).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(JourneySoFar.of(facts).orElseThrow());
    }
}
