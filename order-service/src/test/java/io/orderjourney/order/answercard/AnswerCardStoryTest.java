package io.orderjourney.order.answercard;

import static io.orderjourney.contracts.PromiseKind.BANK_PAPERS;
import static io.orderjourney.contracts.PromiseKind.CONFIRMATION_CALL;
import static io.orderjourney.contracts.PromiseKind.CREDIT_CALL;
import static io.orderjourney.contracts.PromiseKind.CREDIT_DECISION;
import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static io.orderjourney.contracts.PromiseKind.SIGNING_APPOINTMENT;
import static io.orderjourney.contracts.PromiseKind.STOCK_ARRIVAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.Gate;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.credit.AgreementSigned;
import io.orderjourney.contracts.credit.ApplicationOpened;
import io.orderjourney.contracts.credit.ApplicationSubmitted;
import io.orderjourney.contracts.credit.BankPapersCheckedIn;
import io.orderjourney.contracts.credit.BankPapersSearchStarted;
import io.orderjourney.contracts.credit.CreditApproved;
import io.orderjourney.contracts.credit.ExpertCheckedIn;
import io.orderjourney.contracts.credit.SigningAppointmentBooked;
import io.orderjourney.contracts.fulfillment.GateOpened;
import io.orderjourney.contracts.fulfillment.GoodsHandedOver;
import io.orderjourney.contracts.fulfillment.GoodsReserved;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.fulfillment.StockArrived;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.notices.CustomerWarned;
import io.orderjourney.contracts.notices.RescheduledDate;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.order.OtherServices;
import io.orderjourney.order.Shop;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.BusinessClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One phone on credit, from the order to the counter, as the answer card shows it. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class AnswerCardStoryTest {

    private static final String CREDIT = "credit-service";
    private static final String GOODS = "fulfillment-service";
    private static final String NOTICES = "notification-service";
    private static final UUID JAN = UUID.randomUUID();
    private static final UUID APPLICATION = UUID.randomUUID();

    @Inject
    BusinessClock clock;

    private OtherServices others;
    private UUID order;

    @BeforeEach
    void connect() {
        others = new OtherServices(clock);
    }

    @AfterEach
    void disconnect() {
        others.close();
    }

    private <T> void publish(String service, EventType<T> type, T data) {
        others.publish(service, type, order, data);
    }

    /** Waits until the card shows this; meanwhile it always names a next step. */
    private JsonPath card(Consumer<JsonPath> shows) {
        await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            JsonPath card = Shop.card(order);
            assertThat(card.<Object>get("nextStep") != null)
                    .as("a next step is named exactly while the journey is open")
                    .isEqualTo(card.getBoolean("open"));
            shows.accept(card);
        });
        return Shop.card(order);
    }

    private void nextStepIs(String kind, String desk) {
        JsonPath card = card(now -> assertThat(now.getString("nextStep.kind")).isEqualTo(kind));
        assertThat(card.getString("nextStep.desk")).isEqualTo(desk);
        assertThat(card.getString("nextStep.phone")).startsWith("+48");
        assertThat(card.getString("nextStep.text")).isNotBlank();
        assertThat(card.getString("nextStep.dueAt")).isNotBlank();
    }

    private Instant inDays(long days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    @Test
    void at_every_stage_the_card_names_location_open_steps_and_next_step() {
        order = Shop.place("CREDIT");
        JsonPath fresh = card(card -> assertThat(card.getString("stage")).isEqualTo("PLACED"));
        assertThat(fresh.getList("gates.gate"))
                .containsExactly("ORDER_CONFIRMED", "GOODS_AT_PICKUP_POINT", "AGREEMENT_SIGNED", "BANK_PAPERS");
        assertThat(fresh.getString("location.goods")).isEqualTo("NOT_RESERVED");

        UUID stock = goodsAreReserved();
        orderIsConfirmed();
        creditIsApplied();
        bankIsLate();
        bankApproves();
        agreementIsSigned();
        goodsArrive(stock);
        papersTurnUp();
        customerCollects();
        everythingIsInTheTimeline();
    }

    private UUID goodsAreReserved() {
        UUID purchaseOrder = UUID.randomUUID();
        publish(
                GOODS,
                EventTypes.GOODS_RESERVED,
                new GoodsReserved("WAW-CENTRUM", false, List.of(purchaseOrder), inDays(5), clock.instant()));
        UUID stock = others.promise(GOODS, order, STOCK_ARRIVAL, inDays(5));
        others.promise(GOODS, order, PICKUP_READY, inDays(8), CONFIRMATION_CALL, STOCK_ARRIVAL, BANK_PAPERS);
        JsonPath card = card(now -> {
            assertThat(now.getString("location.goods")).isEqualTo("ON_THE_WAY");
            assertThat(now.getList("promises.kind")).contains("PICKUP_READY", "STOCK_ARRIVAL");
        });
        assertThat(card.getString("location.goodsExpectedAt")).isNotBlank();
        publish(
                NOTICES,
                EventTypes.CUSTOMER_TOLD,
                new CustomerTold(
                        UUID.randomUUID(),
                        JAN,
                        Channel.SMS,
                        List.of(NoticeSubject.ORDER_RECEIVED),
                        null,
                        clock.instant()));
        // The next update was given; what is left for SALES is the call.
        nextStepIs("CONFIRMATION_CALL", "SALES");
        return stock;
    }

    private void orderIsConfirmed() {
        Shop.confirm(order);
        publish(GOODS, EventTypes.GATE_OPENED, new GateOpened(Gate.ORDER_CONFIRMED, clock.instant()));
        card(now -> {
            assertThat(now.getString("stage")).isEqualTo("CONFIRMED");
            assertThat(now.getBoolean("gates[0].open")).isTrue();
            assertThat(now.getString("gates[0].changedAt")).isNotBlank();
        });
        // The credit call is not promised yet, but it is named among what can be done.
        assertThat(Shop.card(order).getList("waitsFor.kind")).contains("STOCK_ARRIVAL", "CREDIT_CALL");
    }

    private void creditIsApplied() {
        publish(
                CREDIT,
                EventTypes.APPLICATION_OPENED,
                new ApplicationOpened(APPLICATION, new Money(257_800, "PLN"), clock.instant()));
        UUID call = others.promise(CREDIT, order, CREDIT_CALL, inDays(1), CONFIRMATION_CALL);
        nextStepIs("CREDIT_CALL", "CREDIT");
        others.keep(CREDIT, order, call, CREDIT_CALL);
        // Between the call and the submission the decision is not promised yet, and still a step.
        card(now -> assertThat(now.getList("waitsFor.kind")).contains("CREDIT_DECISION"));
        publish(
                CREDIT,
                EventTypes.APPLICATION_SUBMITTED,
                new ApplicationSubmitted(APPLICATION, "bank", "credit:ewa", clock.instant()));
    }

    private UUID decision = UUID.randomUUID();

    private void bankIsLate() {
        decision = others.promise(CREDIT, order, CREDIT_DECISION, inDays(2), CREDIT_CALL);
        nextStepIs("CREDIT_DECISION", "CREDIT");
        String promise = "promises.find { it.kind == 'CREDIT_DECISION' }";
        String first = Shop.card(order).getString(promise + ".firstPromisedAt");
        Instant from = inDays(2);
        Instant to = inDays(3);
        publish(
                CREDIT,
                EventTypes.PROMISE_RESCHEDULED,
                new PromiseRescheduled(
                        decision,
                        CREDIT_DECISION,
                        1,
                        from,
                        to,
                        null,
                        ReasonCode.BANK_LATE,
                        null,
                        "policy",
                        false,
                        "later",
                        clock.instant()));
        publish(
                NOTICES,
                EventTypes.CUSTOMER_WARNED,
                new CustomerWarned(
                        UUID.randomUUID(),
                        JAN,
                        Channel.SMS,
                        List.of(new RescheduledDate(decision, CREDIT_DECISION, 1, from, to)),
                        clock.instant()));
        JsonPath card = card(now -> assertThat(now.getString(promise + ".reschedules[0].announcedAt"))
                .isNotBlank());
        assertThat(card.getString(promise + ".firstPromisedAt")).isEqualTo(first);
        assertThat(card.getString(promise + ".reschedules[0].reason")).isEqualTo("BANK_LATE");
        assertThat(card.getList("messages.subjects.flatten()")).contains("DELAY CREDIT_DECISION");
    }

    private void bankApproves() {
        publish(
                CREDIT,
                EventTypes.CREDIT_APPROVED,
                new CreditApproved(APPLICATION, "bank", new Money(257_800, "PLN"), clock.instant()));
        others.keep(CREDIT, order, decision, CREDIT_DECISION);
        Instant startsAt = inDays(4);
        publish(
                CREDIT,
                EventTypes.SIGNING_APPOINTMENT_BOOKED,
                new SigningAppointmentBooked(
                        APPLICATION, "WAW-CENTRUM", "expert-3", startsAt, startsAt.plusSeconds(3_600), null));
        signature = others.promise(CREDIT, order, SIGNING_APPOINTMENT, startsAt.plusSeconds(3_600), CREDIT_DECISION);
        nextStepIs("SIGNING_APPOINTMENT", "CREDIT");
        JsonPath card = card(now -> assertThat(now.getString("stage")).isEqualTo("APPROVED"));
        assertThat(card.getString("appointment.expertId")).isEqualTo("expert-3");
        assertThat(card.<Object>get("appointment.expertCheckedInAt")).isNull();
        publish(
                CREDIT,
                EventTypes.EXPERT_CHECKED_IN,
                new ExpertCheckedIn(APPLICATION, "expert-3", startsAt, clock.instant()));
        card(now -> assertThat(now.getString("appointment.expertCheckedInAt")).isNotBlank());
    }

    private UUID signature = UUID.randomUUID();
    private UUID papers = UUID.randomUUID();

    private void agreementIsSigned() {
        publish(CREDIT, EventTypes.AGREEMENT_SIGNED, new AgreementSigned(APPLICATION, "expert-3", clock.instant()));
        others.keep(CREDIT, order, signature, SIGNING_APPOINTMENT);
        papers = others.promise(CREDIT, order, BANK_PAPERS, inDays(7), SIGNING_APPOINTMENT);
        publish(GOODS, EventTypes.GATE_OPENED, new GateOpened(Gate.AGREEMENT_SIGNED, clock.instant()));
        card(now -> {
            assertThat(now.getString("stage")).isEqualTo("SIGNED");
            assertThat(now.<Object>get("appointment")).isNull();
            assertThat(now.getList("waitsFor.kind")).containsExactly("STOCK_ARRIVAL", "BANK_PAPERS");
        });
    }

    private void goodsArrive(UUID stock) {
        publish(GOODS, EventTypes.STOCK_ARRIVED, new StockArrived("WAW-CENTRUM", null, clock.instant()));
        others.keep(GOODS, order, stock, STOCK_ARRIVAL);
        publish(GOODS, EventTypes.GATE_OPENED, new GateOpened(Gate.GOODS_AT_PICKUP_POINT, clock.instant()));
        nextStepIs("BANK_PAPERS", "CREDIT");
        assertThat(Shop.card(order).getString("location.goods")).isEqualTo("AT_PICKUP_POINT");
    }

    private void papersTurnUp() {
        publish(
                CREDIT,
                EventTypes.BANK_PAPERS_SEARCH_STARTED,
                new BankPapersSearchStarted(APPLICATION, "counter:olga", "courier's van", clock.instant()));
        card(now -> {
            assertThat(now.getString("location.papers")).isEqualTo("MISSING");
            assertThat(now.getString("location.papersLastSeen")).isEqualTo("courier's van");
        });
        publish(
                CREDIT,
                EventTypes.BANK_PAPERS_CHECKED_IN,
                new BankPapersCheckedIn(APPLICATION, "counter:olga", clock.instant()));
        others.keep(CREDIT, order, papers, BANK_PAPERS);
        publish(GOODS, EventTypes.GATE_OPENED, new GateOpened(Gate.BANK_PAPERS, clock.instant()));
        publish(GOODS, EventTypes.READY_FOR_PICKUP, new ReadyForPickup("WAW-CENTRUM", 1, List.of(), clock.instant()));
        nextStepIs("PICKUP_READY", "PICKUP_POINT");
        card(now -> {
            assertThat(now.getString("stage")).isEqualTo("READY");
            assertThat(now.getList("gates.open")).containsOnly(true);
        });
    }

    private void customerCollects() {
        String ready = Shop.card(order).getString("promises.find { it.kind == 'PICKUP_READY' }.id");
        others.keep(GOODS, order, UUID.fromString(ready), PICKUP_READY);
        UUID slot = others.promise(GOODS, order, PICKUP_SLOT, inDays(9), PICKUP_READY);
        nextStepIs("PICKUP_SLOT", "PICKUP_POINT");
        others.keep(GOODS, order, slot, PICKUP_SLOT);
        publish(
                GOODS,
                EventTypes.GOODS_HANDED_OVER,
                new GoodsHandedOver("WAW-CENTRUM", "counter:olga", clock.instant()));
        JsonPath card = card(now -> {
            assertThat(now.getBoolean("open")).isFalse();
            assertThat(now.getList("timeline.type")).contains("orders.journey-ended.v1");
        });
        assertThat(card.getString("stage")).isEqualTo("COMPLETED");
        assertThat(card.getString("location.goods")).isEqualTo("HANDED_OVER");
        assertThat(card.getList("promises.outlook")).containsOnly("KEPT");
    }

    private void everythingIsInTheTimeline() {
        JsonPath card = Shop.card(order);
        List<String> times = card.getList("timeline.occurredAt");
        assertThat(times).isSorted();
        assertThat(card.getList("timeline.text", String.class))
                .contains("The order was confirmed", "bank approved the credit", "The goods were handed over");
        assertThat(card.getList("timeline.actor", String.class)).contains("sales:anna", "counter:olga", "shop");
        assertThat(card.getList("timeline.type", String.class))
                .filteredOn(type -> type.equals("credit.credit-approved.v1"))
                .as("published twice, shown once")
                .hasSize(1);
    }

    @Test
    void a_card_is_found_by_the_number_of_its_order() {
        String number = Shop.newOrderNumber();
        UUID journey = Shop.placed(Shop.order(number, "ON_PICKUP"));

        Shop.as("shop")
                .get("/api/v1/journeys/" + number)
                .then()
                .statusCode(200)
                .body("journeyId", equalTo(journey.toString()));
        Shop.as("counter")
                .get("/api/v1/journeys/" + number)
                .then()
                .statusCode(200)
                .body("orderNumber", equalTo(number));
        Shop.as("care").get("/api/v1/journeys").then().statusCode(400);
        Shop.as("shop").get("/api/v1/journeys/T-0").then().statusCode(404).body("code", equalTo("journey-not-found"));
        Shop.as("shop").get("/api/v1/journeys/" + UUID.randomUUID()).then().statusCode(404);
        Shop.as("supplier").get("/api/v1/journeys/" + journey).then().statusCode(403);
        Shop.as("nobody").get("/api/v1/journeys/" + journey).then().statusCode(401);
    }
}
