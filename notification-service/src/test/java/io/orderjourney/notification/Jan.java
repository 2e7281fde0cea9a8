package io.orderjourney.notification;

import static io.orderjourney.notification.ShopDay.PATIENCE;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.orderjourney.contracts.Channel;
import io.orderjourney.contracts.DeliveryMethod;
import io.orderjourney.contracts.EventType;
import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.JourneyEnd;
import io.orderjourney.contracts.Money;
import io.orderjourney.contracts.OrderLine;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.Precision;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.fulfillment.ReadinessWithdrawn;
import io.orderjourney.contracts.fulfillment.ReadyForPickup;
import io.orderjourney.contracts.orders.JourneyEnded;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.contracts.promises.PromiseKept;
import io.orderjourney.contracts.promises.PromiseMade;
import io.orderjourney.contracts.promises.PromiseRescheduled;
import io.orderjourney.contracts.promises.PromiseWithdrawn;
import io.orderjourney.contracts.state.CustomerContact;
import io.orderjourney.contracts.testing.GoldenSample;
import io.orderjourney.messaging.testing.DeliverTwice;
import io.orderjourney.promises.GrantedDate;
import io.orderjourney.promises.PromiseDates;
import io.orderjourney.promises.Wording;
import io.restassured.path.json.JsonPath;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer with one order, and what the other services say about it. Every event comes as on a bad day: twice. */
final class Jan {

    final UUID journey = UUID.randomUUID();
    final UUID customer = UUID.randomUUID();
    final String orderNumber = "A-" + journey.toString().substring(0, 8);
    final String address = "jan." + journey + "@example.org";
    final String phone = "+4860" + (1_000_000 + new Random(journey.hashCode()).nextInt(9_000_000));

    private final DeliverTwice events;
    private final ShopDay day;
    private final List<UUID> promised = new ArrayList<>();

    Jan(DeliverTwice events, ShopDay day) {
        this.events = events;
        this.day = day;
    }

    Jan isKnown() {
        return isKnown(address, phone, "Europe/Warsaw");
    }

    Jan isKnown(@Nullable String email, @Nullable String number, @Nullable String zone) {
        return isKnown(email, number, zone, "en");
    }

    Jan speaks(String language) {
        return isKnown(address, phone, "Europe/Warsaw", language);
    }

    private Jan isKnown(@Nullable String email, @Nullable String number, @Nullable String zone, String language) {
        events.state(
                EventTypes.CONTACT_CHANGED,
                customer.toString(),
                new CustomerContact(customer, "Jan Kowalski", email, number, language, Channel.EMAIL, zone));
        return this;
    }

    void isErased() {
        events.state(EventTypes.CONTACT_CHANGED, customer.toString(), null);
    }

    Jan orders() {
        events.event(EventTypes.ORDER_PLACED, journey, order());
        return this;
    }

    /** Orders what a courier brings, and pays before. */
    Jan ordersByCourier() {
        events.event(EventTypes.ORDER_PLACED, journey, order(PaymentMethod.PREPAID, DeliveryMethod.COURIER));
        return this;
    }

    OrderPlaced order() {
        return order(PaymentMethod.ON_PICKUP, null);
    }

    private OrderPlaced order(PaymentMethod payment, @Nullable DeliveryMethod method) {
        Money price = new Money(129900, "PLN");
        return new OrderPlaced(
                orderNumber,
                customer,
                "en",
                payment,
                "WAW-1",
                List.of(new OrderLine("PHONE-1", "Phone", 1, price)),
                price,
                null,
                day.now(),
                method);
    }

    UUID isPromised(PromiseKind kind, Instant dueAt) {
        return isPromised(kind, null, dueAt);
    }

    UUID isPromised(PromiseKind kind, @Nullable Instant windowStartAt, Instant dueAt) {
        return isPromised(kind, windowStartAt, dueAt, List.of());
    }

    UUID isPromised(PromiseKind kind, @Nullable Instant windowStartAt, Instant dueAt, List<PromiseKind> waitsFor) {
        UUID id = UUID.randomUUID();
        promised.add(id);
        Precision precision = windowStartAt != null
                ? Precision.WINDOW
                : Fixtures.TERMS.kind(kind).precision();
        events.event(
                EventTypes.PROMISE_MADE,
                journey,
                new PromiseMade(
                        id,
                        kind,
                        Fixtures.TERMS.kind(kind).desk(),
                        Fixtures.TERMS.kind(kind).partner(),
                        customer,
                        "policy",
                        "en",
                        told(kind, dueAt),
                        dueAt,
                        windowStartAt,
                        precision,
                        waitsFor,
                        day.now()));
        return id;
    }

    void isMoved(
            UUID promise, PromiseKind kind, int revision, Instant previousDueAt, Instant dueAt, ReasonCode reason) {
        isMoved(promise, kind, revision, previousDueAt, dueAt, reason, false);
    }

    void isMoved(
            UUID promise,
            PromiseKind kind,
            int revision,
            Instant previousDueAt,
            Instant dueAt,
            ReasonCode reason,
            boolean bySystem) {
        events.event(
                EventTypes.PROMISE_RESCHEDULED,
                journey,
                new PromiseRescheduled(
                        promise,
                        kind,
                        revision,
                        previousDueAt,
                        dueAt,
                        null,
                        reason,
                        null,
                        bySystem ? "watch" : "sales:anna",
                        bySystem,
                        told(kind, dueAt),
                        day.now()));
    }

    void isKept(UUID promise, PromiseKind kind) {
        events.event(EventTypes.PROMISE_KEPT, journey, new PromiseKept(promise, kind, "evidence", day.now()));
    }

    void isReady(int readiness) {
        ReadyForPickup sample = GoldenSample.of(EventTypes.READY_FOR_PICKUP).data();
        receives(
                EventTypes.READY_FOR_PICKUP,
                new ReadyForPickup(sample.pickupPoint(), readiness, sample.gates(), day.now()));
    }

    void isNotReadyAnyMore(int readiness) {
        ReadinessWithdrawn sample =
                GoldenSample.of(EventTypes.READINESS_WITHDRAWN).data();
        receives(
                EventTypes.READINESS_WITHDRAWN,
                new ReadinessWithdrawn(sample.pickupPoint(), readiness, sample.gate(), "damaged", day.now()));
    }

    /** Something happens, as in the contract's own example. */
    <T> void receives(EventType<T> type) {
        receives(type, GoldenSample.of(type).data());
    }

    <T> void receives(EventType<T> type, T data) {
        events.event(type, journey, data);
    }

    /** So that a story that is over does not go on in the next one. */
    void goesHome() {
        for (UUID promise : promised) {
            receives(
                    EventTypes.PROMISE_WITHDRAWN,
                    new PromiseWithdrawn(promise, PromiseKind.CONFIRMATION_CALL, "the test is over", day.now()));
        }
        receives(EventTypes.JOURNEY_ENDED, new JourneyEnded(JourneyEnd.COMPLETED, day.now()));
    }

    List<MimeMessage> mails() {
        return Arrays.stream(MailAndSms.MAIL.getReceivedMessages())
                .filter(this::isMine)
                .toList();
    }

    List<String> titles() {
        return mails().stream().map(Jan::title).toList();
    }

    MimeMessage mail(int nth) {
        await("mail " + nth).atMost(PATIENCE).until(() -> mails().size() >= nth);
        return mails().get(nth - 1);
    }

    List<SmsStub.Asked> texts() {
        return Objects.requireNonNull(MailAndSms.sms).sentTo(phone);
    }

    SmsStub.Asked text(int nth) {
        await("text " + nth).atMost(PATIENCE).until(() -> texts().size() >= nth);
        return texts().get(nth - 1);
    }

    /** The ledger of the order. */
    JsonPath promises() {
        return get("/api/v1/promises?journeyId=" + journey);
    }

    JsonPath notices() {
        return get("/api/v1/notices?journeyId=" + journey);
    }

    /** The open tasks of a desk about the order. */
    List<String> tasks(String desk) {
        return get("/api/v1/desk-tasks?desk=" + desk + "&journeyId=" + journey).getList("items.task", String.class);
    }

    List<String> taskTexts(String desk) {
        return get("/api/v1/desk-tasks?desk=" + desk + "&journeyId=" + journey).getList("items.text", String.class);
    }

    /** Somebody of the desk does the first thing that is asked about the order. */
    void completesTask(String desk) {
        String id =
                get("/api/v1/desk-tasks?journeyId=" + journey + "&desk=" + desk).getString("items[0].id");
        given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"outcome\":\"done\"}")
                .post("/api/v1/desk-tasks/" + id + "/completion")
                .then()
                .statusCode(200);
    }

    static String title(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static String body(MimeMessage mail) {
        return GreenMailUtil.getBody(mail).replace("=\r\n", "");
    }

    static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static JsonPath get(String path) {
        return given().auth()
                .oauth2(ShopDay.MANAGEMENT)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String told(PromiseKind kind, Instant dueAt) {
        GrantedDate date = PromiseDates.at(day.now(), Fixtures.TERMS).offered(Precision.BY_TIME, dueAt);
        return Wording.told(kind, date, Fixtures.WARSAW, "en");
    }

    private boolean isMine(MimeMessage message) {
        try {
            return Arrays.toString(message.getAllRecipients()).contains(address);
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
