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
import static io.orderjourney.contracts.EventTypes.JOURNEY_ENDED;
import static io.orderjourney.contracts.EventTypes.ORDER_CONFIRMED;
import static io.orderjourney.contracts.EventTypes.ORDER_PLACED;
import static io.orderjourney.contracts.EventTypes.PAYMENT_CHANGED;
import static io.orderjourney.contracts.EventTypes.PROMISE_WITHDRAWN;
import static io.orderjourney.contracts.EventTypes.READINESS_WITHDRAWN;
import static io.orderjourney.contracts.EventTypes.READY_FOR_PICKUP;
import static io.orderjourney.contracts.EventTypes.SIGNING_APPOINTMENT_BOOKED;
import static io.orderjourney.contracts.EventTypes.STOCK_ARRIVED;
import static io.orderjourney.contracts.EventTypes.STOCK_ETA_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.GateClosed;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.StockEtaChanged;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.PaymentChanged;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.contracts.testing.GoldenSample;
import io.orderjourney.order.answercard.JourneyProjection.Appointment;
import io.orderjourney.order.answercard.JourneyProjection.GateState;
import io.orderjourney.order.answercard.JourneyProjection.PapersPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyProjectionTest {

    private static final Instant TEN = Instant.parse("2026-01-14T09:00:00Z");

    private static Facts credit() {
        return new Facts().then(ORDER_PLACED);
    }

    @Test
    void there_is_no_journey_before_its_order() {
        assertThat(JourneyProjection.of(new Facts().then(ORDER_CONFIRMED).all()))
                .isEmpty();
    }

    @Test
    void the_stage_is_the_last_milestone() {
        Facts journey = credit();
        assertThat(journey.projection().stage()).isEqualTo(Stage.PLACED);
        assertThat(journey.then(ORDER_CONFIRMED).projection().stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(journey.then(APPLICATION_SUBMITTED).projection().stage()).isEqualTo(Stage.SUBMITTED);
        assertThat(journey.then(CREDIT_APPROVED).projection().stage()).isEqualTo(Stage.APPROVED);
        assertThat(journey.then(AGREEMENT_SIGNED).projection().stage()).isEqualTo(Stage.SIGNED);
        assertThat(journey.then(READY_FOR_PICKUP).projection().stage()).isEqualTo(Stage.READY);
        assertThat(journey.projection().isOpen()).isTrue();
        assertThat(journey.then(GOODS_HANDED_OVER).projection().stage()).isEqualTo(Stage.COMPLETED);
        assertThat(journey.then(JOURNEY_ENDED).projection().isOpen()).isFalse();
    }

    @Test
    void a_refused_credit_leaves_the_journey_open() {
        JourneyProjection refused = credit().then(ORDER_CONFIRMED)
                .then(APPLICATION_SUBMITTED)
                .then(CREDIT_REFUSED)
                .projection();

        assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
        assertThat(refused.isOpen()).isTrue();
    }

    @Test
    void the_later_decision_of_the_bank_takes_the_place_of_the_earlier_one() {
        Facts journey = credit().then(CREDIT_REFUSED).then(CREDIT_APPROVED);
        assertThat(journey.projection().stage()).isEqualTo(Stage.APPROVED);

        assertThat(journey.then(CREDIT_REFUSED).projection().stage()).isEqualTo(Stage.REFUSED);
    }

    @ParameterizedTest
    @EnumSource(JourneyEnd.class)
    void an_end_is_the_stage_whatever_comes_after_it(JourneyEnd end) {
        JourneyProjection ended = credit().then(ORDER_CONFIRMED)
                .then(READY_FOR_PICKUP)
                .then(JOURNEY_ENDED, new JourneyEnded(end, TEN))
                .then(GOODS_HANDED_OVER)
                .projection();

        assertThat(ended.stage().name()).isEqualTo(end.name());
        assertThat(ended.isOpen()).isFalse();
    }

    @Test
    void another_payment_leaves_the_credit_and_its_gates_behind() {
        JourneyProjection paid = credit().then(ORDER_CONFIRMED)
                .then(CREDIT_REFUSED)
                .then(PAYMENT_CHANGED, new PaymentChanged(PaymentMethod.ON_PICKUP, TEN))
                .then(GATE_CLOSED, new GateClosed(Gate.BANK_PAPERS, "nobody needs them", TEN))
                .projection();

        assertThat(paid.payment()).isEqualTo(PaymentMethod.ON_PICKUP);
        assertThat(paid.stage()).isEqualTo(Stage.CONFIRMED);
        assertThat(paid.gates())
                .extracting(GateState::gate)
                .containsExactlyElementsOf(JourneyProjection.gatesOf(PaymentMethod.ON_PICKUP));
    }

    @Test
    void withdrawn_readiness_is_not_a_milestone() {
        Facts journey = credit().then(AGREEMENT_SIGNED).then(READY_FOR_PICKUP).then(READINESS_WITHDRAWN);
        assertThat(journey.projection().stage()).isEqualTo(Stage.SIGNED);

        assertThat(journey.then(READY_FOR_PICKUP).projection().stage()).isEqualTo(Stage.READY);
    }

    @Test
    void the_gates_follow_from_the_payment_method() {
        assertThat(JourneyProjection.gatesOf(PaymentMethod.CREDIT)).containsExactly(Gate.values());
        assertThat(JourneyProjection.gatesOf(PaymentMethod.ON_PICKUP))
                .containsExactly(Gate.ORDER_CONFIRMED, Gate.GOODS_AT_PICKUP_POINT);
        assertThat(credit().projection().gates())
                .allSatisfy(gate -> assertThat(gate.open()).isFalse());
    }

    @Test
    void a_gate_knows_when_and_why_it_changed() {
        Facts journey = credit().then(GATE_OPENED, new GateOpened(Gate.BANK_PAPERS, TEN));
        assertThat(gate(journey, Gate.BANK_PAPERS)).isEqualTo(new GateState(Gate.BANK_PAPERS, true, TEN, null));

        journey.then(GATE_CLOSED, new GateClosed(Gate.BANK_PAPERS, "papers lost", TEN.plusSeconds(60)));
        assertThat(gate(journey, Gate.BANK_PAPERS))
                .isEqualTo(new GateState(Gate.BANK_PAPERS, false, TEN.plusSeconds(60), "papers lost"));
    }

    private static GateState gate(Facts journey, Gate gate) {
        return journey.projection().gates().stream()
                .filter(state -> state.gate() == gate)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_location_of_goods_goes_from_purchase_order_to_customer() {
        UUID purchaseOrder = UUID.randomUUID();
        Facts journey = credit();
        assertThat(journey.projection().location().place()).isEqualTo(GoodsStatus.Place.NOT_RESERVED);

        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), TEN, TEN));
        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.ON_THE_WAY, TEN));

        Instant later = TEN.plusSeconds(86_400);
        journey.then(STOCK_ETA_CHANGED, new StockEtaChanged(purchaseOrder, "nova", TEN, later, TEN));
        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.ON_THE_WAY, later));

        journey.then(STOCK_ARRIVED);
        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.AT_PICKUP_POINT, null));

        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));
        assertThat(journey.projection().location().place()).isEqualTo(GoodsStatus.Place.REJECTED);

        journey.then(GOODS_HANDED_OVER);
        assertThat(journey.projection().location().place()).isEqualTo(GoodsStatus.Place.HANDED_OVER);
    }

    @Test
    void goods_accepted_after_a_second_inspection_are_at_the_pickup_point() {
        Facts journey = credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN));
        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));
        journey.then(GATE_OPENED, new GateOpened(Gate.GOODS_AT_PICKUP_POINT, TEN));

        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.AT_PICKUP_POINT, null));
    }

    @Test
    void a_rejected_piece_does_not_hide_its_replacement_on_the_way() {
        Facts journey = credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN));
        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(UUID.randomUUID()), TEN, TEN));
        journey.then(GATE_CLOSED, new GateClosed(Gate.GOODS_AT_PICKUP_POINT, "damaged", TEN));

        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.ON_THE_WAY, TEN));
    }

    @Test
    void goods_reallocated_to_an_earlier_order_are_awaited_again() {
        UUID purchaseOrder = UUID.randomUUID();
        Facts journey =
                credit().then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), TEN, TEN));
        journey.then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(purchaseOrder), null, TEN));

        assertThat(journey.projection().location())
                .isEqualTo(new GoodsStatus.Location(GoodsStatus.Place.AWAITED, null));
    }

    @Test
    void a_withdrawn_appointment_is_not_shown() {
        Facts journey = credit().then(SIGNING_APPOINTMENT_BOOKED);
        assertThat(journey.projection().appointment()).isNotNull();

        journey.then(
                PROMISE_WITHDRAWN,
                new PromiseWithdrawn(UUID.randomUUID(), PromiseKind.SIGNING_APPOINTMENT, "no expert", TEN));

        assertThat(journey.projection().appointment()).isNull();
    }

    @Test
    void goods_without_a_date_are_awaited_and_shelf_goods_are_there() {
        assertThat(credit().then(GOODS_RESERVED, new GoodsReserved("WAW", false, List.of(), null, TEN))
                        .projection()
                        .location()
                        .place())
                .isEqualTo(GoodsStatus.Place.AWAITED);
        assertThat(credit().then(GOODS_RESERVED, new GoodsReserved("WAW", true, List.of(), null, TEN))
                        .projection()
                        .location()
                        .place())
                .isEqualTo(GoodsStatus.Place.AT_PICKUP_POINT);
    }

    @Test
    void a_check_in_counts_for_the_appointment_with_the_same_start_only() {
        SigningAppointmentBooked booked =
                GoldenSample.of(SIGNING_APPOINTMENT_BOOKED).data();
        Facts journey = credit().then(SIGNING_APPOINTMENT_BOOKED, booked);
        assertThat(appointment(journey).expertCheckedInAt()).isNull();

        journey.then(
                EXPERT_CHECKED_IN,
                new ExpertCheckedIn(
                        booked.applicationId(), "expert-1", booked.startsAt().plusMillis(1), TEN));
        assertThat(appointment(journey).expertCheckedInAt()).isNull();

        journey.then(
                EXPERT_CHECKED_IN, new ExpertCheckedIn(booked.applicationId(), "expert-2", booked.startsAt(), TEN));
        assertThat(appointment(journey).expertCheckedInAt()).isEqualTo(TEN);
        assertThat(appointment(journey).expertId()).isEqualTo("expert-2");

        assertThat(journey.then(AGREEMENT_SIGNED).projection().appointment()).isNull();
    }

    private static Appointment appointment(Facts journey) {
        return Objects.requireNonNull(journey.projection().appointment());
    }

    @Test
    void the_location_of_papers_is_known_even_when_they_are_missing() {
        Facts journey = credit();
        assertThat(journey.projection().papers()).isNull();

        assertThat(papers(journey.then(BANK_PAPERS_ANNOUNCED))).isEqualTo(PapersPlace.SENT);
        assertThat(papers(journey.then(BANK_PAPERS_SEARCH_STARTED))).isEqualTo(PapersPlace.MISSING);
        assertThat(Objects.requireNonNull(journey.projection().papers()).lastSeen())
                .isNotBlank();
        assertThat(papers(journey.then(BANK_PAPERS_CHECKED_IN))).isEqualTo(PapersPlace.CHECKED_IN);
    }

    private static PapersPlace papers(Facts journey) {
        return Objects.requireNonNull(journey.projection().papers()).place();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void facts_in_any_order_and_repeated_give_the_same_projection(long seed) {
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

        assertThat(JourneyProjection.of(shuffled).orElseThrow())
                .usingRecursiveComparison()
                .isEqualTo(JourneyProjection.of(facts).orElseThrow());
    }
}
