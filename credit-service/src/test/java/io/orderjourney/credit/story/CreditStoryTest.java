package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.TopicAccess;
import io.orderjourney.contracts.inbound.BankDecision;
import io.orderjourney.contracts.inbound.BankDecisionReported;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.testing.PublishedContract;
import io.orderjourney.credit.story.Broker.PublishedFact;
import io.orderjourney.promises.Promise;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The credit desk's part of the story, over the real broker: late bank, absent expert, papers that must be searched for. */
@QuarkusTest
class CreditStoryTest extends CreditShop {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    Broker broker;

    @BeforeEach
    void the_broker_is_there() {
        broker = new Broker(servers);
    }

    @AfterEach
    void the_broker_is_left() {
        broker.close();
    }

    @Test
    void a_credit_order_reaches_its_papers_despite_every_delay() {
        UUID orderId = Generators.timeBasedEpochGenerator().generate();
        orders.add(orderId);
        LocalDate monday = today();
        shift("ewa", monday.plusDays(2), "10:00", "18:00");
        shift("jan", monday.plusDays(3), "10:00", "18:00");

        say(EventTypes.ORDER_PLACED, orderId, placed(PaymentMethod.CREDIT));
        say(EventTypes.ORDER_CONFIRMED, orderId, new OrderConfirmed("sales:anna", clock.instant()));
        eventually(() ->
                assertThat(promise(orderId, PromiseKind.CREDIT_CALL).isOpen()).isTrue());
        String id = applicationOf(orderId);
        call(id, ApiClient.body("outcome", "REACHED", "applicationComplete", true))
                .ok();
        bank.expectDecisionAt(at(monday, "16:00").toString());
        act(Caller.CREDIT, id, "submissions", "").ok();
        awaitAcknowledgement(id, 0);

        // The bank reports nothing all day; the watch reschedules, and the bank's estimate of 16:00 expires.
        goTo(monday, "18:00");
        Promise late = promise(orderId, PromiseKind.CREDIT_DECISION);
        Instant newDate = at(monday.plusDays(1), "19:00");
        say(EventTypes.PROMISE_RESCHEDULED, orderId, systemMove(late, newDate));
        eventually(() -> {
            assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).dueAt()).isEqualTo(newDate);
            assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).estimate()).isNull();
        });

        goTo(monday.plusDays(1), "11:00");
        decide(id, "APPROVED").ok();
        say(EventTypes.CUSTOMER_TOLD, orderId, toldOf(NoticeSubject.CREDIT_APPROVED, NoticeSubject.APPOINTMENT_BOOKED));
        eventually(
                () -> assertThat(promise(orderId, PromiseKind.CREDIT_DECISION).keptAt())
                        .isNotNull());
        Promise appointment = promise(orderId, PromiseKind.SIGNING_APPOINTMENT);
        assertThat(appointment.windowStartAt()).isEqualTo(at(monday.plusDays(2), "11:30"));

        // Ewa does not come. The customer is asked to come on Thursday instead, before they leave home.
        goTo(monday.plusDays(2), "10:15");
        say(EventTypes.PROMISE_AT_RISK, orderId, nobodyCame(appointment));
        eventually(() -> assertThat(
                        promise(orderId, PromiseKind.SIGNING_APPOINTMENT).windowStartAt())
                .isEqualTo(at(monday.plusDays(3), "11:30")));

        goTo(monday.plusDays(3), "09:55");
        checkIn("jan").ok();
        goTo(monday.plusDays(3), "11:40");
        act(Caller.CREDIT, id, "signatures", ApiClient.body("expertId", "jan")).ok();
        awaitAcknowledgement(id, 1);

        // The bank reports its papers as delivered; they are missing until an employee finds them.
        goTo(monday.plusDays(4), "12:00");
        client.callback(
                        "/api/v1/bank/papers",
                        ApiClient.body("reference", id, "status", "DELIVERED", "occurredAt", clock.instant()))
                .ok();
        act(Caller.PICKUP_POINT, id, "papers/searches", ApiClient.body("lastSeen", "at the courier's"))
                .ok();
        goTo(monday.plusDays(4), "15:00");
        act(Caller.PICKUP_POINT, id, "papers", "").ok();

        assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
        eventually(() -> assertThat(broker.about(orderId, "credit"))
                .extracting(PublishedFact::type)
                .containsExactly(
                        "credit.application-opened.v1",
                        "credit.credit-call-logged.v1",
                        "credit.application-submitted.v1",
                        "credit.application-received-by-bank.v1",
                        "credit.credit-approved.v1",
                        "credit.signing-appointment-booked.v1",
                        "credit.signing-appointment-booked.v1",
                        "credit.expert-checked-in.v1",
                        "credit.agreement-signed.v1",
                        "credit.bank-papers-announced.v1",
                        "credit.bank-papers-search-started.v1",
                        "credit.bank-papers-checked-in.v1"));
        List<PublishedFact> published = broker.about(orderId, "credit");
        assertThat(published).extracting(PublishedFact::sequence).isSorted();
        published.forEach(fact -> PublishedContract.check(fact.type(), fact.data()));
    }

    @Test
    void impossible_and_unreadable_events_are_dead_lettered_and_block_no_others() {
        UUID orderId = completeOrder();
        UUID id = UUID.fromString(applicationOf(orderId));
        broker.report(
                "/partners/bank",
                EventTypes.BANK_DECISION_REPORTED,
                id,
                new BankDecisionReported(id, TestBank.referenceOf(id), BankDecision.REFUSED, null, clock.instant()),
                clock.instant());
        broker.raw(
                "bank-decisions",
                id,
                "{\"reference\":17}".getBytes(StandardCharsets.UTF_8),
                "/partners/bank",
                EventTypes.BANK_DECISION_REPORTED.wireName(),
                clock.instant());
        UUID other = submittedOrder();
        UUID otherId = UUID.fromString(applicationOf(other));
        broker.report(
                "/partners/bank",
                EventTypes.BANK_DECISION_REPORTED,
                otherId,
                new BankDecisionReported(
                        otherId, TestBank.referenceOf(otherId), BankDecision.APPROVED, null, clock.instant()),
                clock.instant());

        eventually(() -> assertThat(show(otherId.toString()).text("/state")).isEqualTo("APPROVED"));
        assertThat(show(id.toString()).text("/state")).isEqualTo("COMPLETE");
        eventually(() -> assertThat(client.get(Caller.OPERATOR, "/api/v1/dead-letters")
                        .ok()
                        .body()
                        .toString())
                .contains("malformed")
                .contains("processing-failed"));
    }

    private <T> void say(EventType<T> type, UUID orderId, T data) {
        // Of promises the watch speaks here, since this service does not learn from its own words.
        String watch = "/notification-service";
        Set<String> sources = TopicAccess.sources(type);
        String source = sources.contains(watch) ? watch : sources.iterator().next();
        broker.say(source, type, orderId, data, clock.instant());
    }

    private static void eventually(Runnable check) {
        await().atMost(PATIENCE).untilAsserted(check::run);
    }

    private PromiseRescheduled systemMove(Promise promise, Instant dueAt) {
        return new PromiseRescheduled(
                promise.id(),
                promise.kind(),
                promise.revision() + 1,
                promise.dueAt(),
                dueAt,
                null,
                ReasonCode.BANK_LATE,
                null,
                "watch",
                true,
                "told",
                clock.instant());
    }

    private CustomerTold toldOf(NoticeSubject... subjects) {
        return new CustomerTold(
                UUID.randomUUID(), UUID.randomUUID(), Channel.EMAIL, List.of(subjects), null, clock.instant());
    }

    private PromiseAtRisk nobodyCame(Promise appointment) {
        return new PromiseAtRisk(
                appointment.id(),
                appointment.kind(),
                Desk.CREDIT,
                appointment.revision(),
                EscalationLevel.REQUEST_NEW_DATE,
                RiskCause.NOT_CONFIRMED,
                appointment.dueAt(),
                appointment.dueAt(),
                appointment.dueAt(),
                clock.instant());
    }
}
