package io.orderjourney.credit.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.uuid.Generators;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.Desk;
import io.orderjourney.contracts.EscalationLevel;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.NoticeSubject;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.RiskCause;
import io.orderjourney.contracts.notices.CustomerTold;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderConfirmed;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseAtRisk;
import io.orderjourney.contracts.testing.PublishedContract;
import io.orderjourney.messaging.log.JourneyLog;
import io.orderjourney.messaging.log.RecordedEvent;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.operations.testing.Settling;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.Promises;
import io.orderjourney.testservers.JourneyServers;
import io.orderjourney.time.Holidays;
import io.orderjourney.time.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The shop around the credit desk: orders come in, time passes, the bank calls; each test has a pickup point of its own. */
@QuarkusTestResource(JourneyServers.class)
@QuarkusTestResource(BankServer.class)
abstract class CreditShop {

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Settling.GROWING_PAUSES);
    }

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");
    static final Money PHONE = new Money(249_900, "PLN");
    static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DeliverTwice deliver;

    @Inject
    JourneyLog log;

    @Inject
    Promises promises;

    @ConfigProperty(name = "journey.clock.file")
    Path clockFile;

    @TestHTTPResource("/")
    String address;

    TestBank bank;
    SettableClock clock;
    ApiClient client;
    String pickupPoint;
    final List<UUID> orders = new ArrayList<>();

    /** Every test begins on the morning of a Monday of two weeks without holidays. */
    @BeforeEach
    void a_new_week_begins() {
        clock = SettableClock.at(clockFile);
        client = new ApiClient(address.replaceAll("/+$", ""));
        pickupPoint = "WAW-" + UUID.randomUUID().toString().substring(0, 8);
        bank.behave(TestBank.Mood.WELL);
        // What a test before this one made of the bank is over.
        CircuitBreakerMaintenance.get().resetAll();
        bank.expectDecisionAt("");
        LocalDate monday = today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        while (!isQuiet(monday)) {
            monday = monday.plusWeeks(1);
        }
        // Just before the desk opens, so that seconds do not matter to what is promised in hours from now.
        goTo(monday, "08:55");
    }

    /** What a test leaves undone must not fill the desk's queue for the next one. */
    @AfterEach
    void every_journey_ends_and_all_that_was_said_keeps_to_the_contract() {
        bank.behave(TestBank.Mood.WELL);
        for (UUID orderId : orders) {
            deliver.event(EventTypes.JOURNEY_ENDED, orderId, new JourneyEnded(JourneyEnd.COMPLETED, clock.instant()));
            assertThat(promises.of(orderId)).noneMatch(Promise::isOpen);
            for (RecordedEvent fact : log.of(orderId)) {
                PublishedContract.check(fact.type(), fact.data().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isQuiet(LocalDate monday) {
        Holidays holidays = Holidays.of("PL");
        return IntStream.range(0, 14).mapToObj(monday::plusDays).noneMatch(holidays::isHoliday);
    }

    LocalDate today() {
        return clock.instant().atZone(WARSAW).toLocalDate();
    }

    static Instant at(LocalDate date, String time) {
        return date.atTime(LocalTime.parse(time)).atZone(WARSAW).toInstant();
    }

    void goTo(LocalDate date, String time) {
        clock.advanceTo(at(date, time));
    }

    // What happens in the shop.

    UUID order(PaymentMethod payment) {
        UUID orderId = Generators.timeBasedEpochGenerator().generate();
        deliver.event(EventTypes.ORDER_PLACED, orderId, placed(payment));
        orders.add(orderId);
        return orderId;
    }

    OrderPlaced placed(PaymentMethod payment) {
        return new OrderPlaced(
                "A-" + UUID.randomUUID().toString().substring(0, 6),
                UUID.randomUUID(),
                "pl",
                payment,
                pickupPoint,
                List.of(new OrderLine("phone", "Phone", 1, PHONE)),
                PHONE,
                null,
                clock.instant());
    }

    void confirm(UUID orderId) {
        deliver.event(EventTypes.ORDER_CONFIRMED, orderId, new OrderConfirmed("sales:anna", clock.instant()));
    }

    void told(UUID orderId, NoticeSubject... subjects) {
        deliver.event(
                EventTypes.CUSTOMER_TOLD,
                orderId,
                new CustomerTold(
                        UUID.randomUUID(), UUID.randomUUID(), Channel.SMS, List.of(subjects), null, clock.instant()));
    }

    String applicationOf(UUID orderId) {
        return client.get(Caller.CREDIT, "/api/v1/applications?journeyId=" + orderId)
                .ok()
                .text("/items/0/id");
    }

    ApiResponse show(String applicationId) {
        return client.get(Caller.CREDIT, "/api/v1/applications/" + applicationId)
                .ok();
    }

    ApiResponse call(String applicationId, Map<String, Object> call) {
        String etag = show(applicationId).etag();
        return client.post(
                Caller.CREDIT,
                "/api/v1/applications/" + applicationId + "/calls",
                call,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", etag));
    }

    ApiResponse act(Caller caller, String applicationId, String what, Object body) {
        return client.post(caller, "/api/v1/applications/" + applicationId + "/" + what, body);
    }

    ApiResponse decide(String applicationId, String decision) {
        return client.callback("/api/v1/bank/decisions", decision(applicationId, decision));
    }

    Map<String, Object> decision(Object applicationId, String decision) {
        return ApiClient.body(
                "reference",
                applicationId,
                "bankReference",
                TestBank.referenceOf(applicationId),
                "decision",
                decision,
                "approvedAmount",
                decision.equals("APPROVED") ? Map.of("amountMinor", 249_900, "currency", "PLN") : null,
                "decidedAt",
                clock.instant());
    }

    /** An order whose application lies complete on the desk. */
    UUID completeOrder() {
        UUID orderId = order(PaymentMethod.CREDIT);
        confirm(orderId);
        call(applicationOf(orderId), ApiClient.body("outcome", "REACHED", "applicationComplete", true))
                .ok();
        return orderId;
    }

    /** An order whose application the bank has. */
    UUID submittedOrder() {
        UUID orderId = completeOrder();
        String id = applicationOf(orderId);
        act(Caller.CREDIT, id, "submissions", "").ok();
        awaitAcknowledgement(id, 0);
        return orderId;
    }

    /** An order whose credit the bank has approved. */
    UUID approvedOrder() {
        UUID orderId = submittedOrder();
        decide(applicationOf(orderId), "APPROVED").ok();
        return orderId;
    }

    void awaitAcknowledgement(String applicationId, int index) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(show(applicationId).text("/bankRequests/" + index + "/acknowledgedAt"))
                        .isNotEmpty());
    }

    void shift(String expert, LocalDate date, String from, String until) {
        client.put(
                        Caller.CREDIT,
                        "/api/v1/roster/" + expert + "/shifts/" + date,
                        ApiClient.body("pickupPoint", pickupPoint, "from", from, "until", until))
                .ok();
    }

    ApiResponse checkIn(String expert) {
        return client.post(
                Caller.CREDIT, "/api/v1/roster/" + expert + "/check-in", ApiClient.body("pickupPoint", pickupPoint));
    }

    // What came of it.

    /** The promises of this kind that the credit desk made in a journey, the latest last. */
    List<Promise> promised(UUID orderId, PromiseKind kind) {
        return promises.of(orderId).stream()
                .filter(promise ->
                        promise.kind().equals(kind) && promise.owner().equals("credit-service"))
                .toList();
    }

    Promise promise(UUID orderId, PromiseKind kind) {
        List<Promise> all = promised(orderId, kind);
        assertThat(all).as("promises of kind " + kind).isNotEmpty();
        return all.get(all.size() - 1);
    }

    /** What the credit desk said about a journey so far. */
    List<String> facts(UUID orderId) {
        return log.of(orderId).stream().map(RecordedEvent::type).toList();
    }

    <T> List<T> facts(UUID orderId, EventType<T> type) {
        return log.of(orderId).stream()
                .filter(fact -> fact.type().equals(type.wireName()))
                .map(fact -> fact.dataAs(type))
                .toList();
    }

    <T> T lastFact(UUID orderId, EventType<T> type) {
        List<T> all = facts(orderId, type);
        assertThat(all).as(type.wireName()).isNotEmpty();
        return all.get(all.size() - 1);
    }

    /** The watch expects a promise to slip. */
    void atRisk(UUID orderId, Promise promise, EscalationLevel level, RiskCause cause, Instant expectedAt) {
        deliver.event(
                EventTypes.PROMISE_AT_RISK,
                orderId,
                new PromiseAtRisk(
                        promise.id(),
                        promise.kind(),
                        Desk.CREDIT,
                        promise.revision(),
                        level,
                        cause,
                        promise.dueAt(),
                        expectedAt,
                        expectedAt,
                        clock.instant()));
    }
}
