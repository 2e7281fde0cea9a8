package io.orderjourney.fulfillment.story;

import static io.orderjourney.contracts.PromiseKind.PICKUP_READY;
import static io.orderjourney.contracts.PromiseKind.PICKUP_SLOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.orderjourney.contracts.EventTypes;
import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.ReasonCode;
import io.orderjourney.contracts.orders.OrderPlaced;
import io.orderjourney.promises.DecidedBy;
import io.orderjourney.promises.Promise;
import io.orderjourney.promises.usecase.PromiseDesk;
import io.orderjourney.sql.Sql;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each pickup point has its own hours, and room for so many customers in an hour. */
@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PointsOfTheirOwnTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @Inject
    Shop shop;

    @Inject
    PromiseDesk desk;

    @Inject
    DataSource database;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void an_order_is_promised_and_offered_in_the_hours_of_its_own_point() {
        String small = Shop.freshPoint("Mon-Sun 10:00-13:30", 6);
        stock(small, 2);
        String options = "/api/v1/promise-options?kind=PICKUP_READY&payment=ON_PICKUP&lines=" + sku + ":1&pickupPoint=";
        String offered = ApiClient.STOREFRONT
                .get(options + small)
                .statusCode(200)
                .extract()
                .path("options[0].dueAt");
        assertThat(timeOf(OffsetDateTime.parse(offered).toInstant())).isEqualTo(LocalTime.of(13, 30));

        UUID order = place(small);
        assertThat(timeOf(shop.promise(order, PICKUP_READY).dueAt())).isEqualTo(LocalTime.of(13, 30));
        UUID usual = place(Shop.PICKUP_POINT);
        assertThat(shop.promises(usual))
                .noneMatch(promise -> timeOf(promise.dueAt()).equals(LocalTime.of(13, 30)));

        invite(order);
        Promise window = shop.promise(order, PICKUP_SLOT);
        assertThat(timeOf(window.dueAt())).isEqualTo(LocalTime.of(13, 30));
    }

    @Test
    void a_full_hour_is_not_offered_and_cannot_be_agreed() {
        String small = Shop.freshPoint("Mon-Sun 08:00-22:00", 1);
        stock(small, 3);
        UUID first = place(small);
        UUID second = place(small);
        invite(first);
        invite(second);
        Instant hour = shop.now()
                .plus(1, ChronoUnit.DAYS)
                .atZone(WARSAW)
                .with(LocalTime.of(12, 0))
                .toInstant();

        agree(first, hour).statusCode(200);
        agree(second, hour.plus(30, ChronoUnit.MINUTES)).statusCode(422).body("code", equalTo("promise-refused"));
        assertThat(free(second)).doesNotContain(hour, hour.plus(30, ChronoUnit.MINUTES));
        assertThat(free(first)).as("their own hour is no obstacle").contains(hour);
        agree(second, hour.plus(1, ChronoUnit.HOURS)).statusCode(200);

        // Who comes at another time gives the hour back.
        agree(first, hour.plus(3, ChronoUnit.HOURS)).statusCode(200);
        agree(second, hour).statusCode(200);
    }

    @Test
    void of_two_who_move_to_the_last_place_of_an_hour_at_the_same_moment_one_gets_it() throws Exception {
        String small = Shop.freshPoint("Mon-Sun 08:00-22:00", 1);
        stock(small, 2);
        UUID first = place(small);
        UUID second = place(small);
        invite(first);
        invite(second);
        Instant hour = shop.now()
                .plus(1, ChronoUnit.DAYS)
                .atZone(WARSAW)
                .with(LocalTime.of(12, 0))
                .toInstant();
        UUID firstSlot = shop.promise(first, PICKUP_SLOT).id();
        UUID secondSlot = shop.promise(second, PICKUP_SLOT).id();
        ExecutorService clerk = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> other = QuarkusTransaction.requiringNew().call(() -> {
                desk.rescheduleTo(
                        firstSlot, hour, ReasonCode.DESK_BUSY, null, DecidedBy.DESK, "counter:ola", any -> {});
                Future<Integer> answer = clerk.submit(() -> reschedule(secondSlot, hour));
                Shop.await(() -> answer.isDone() || waitsForSlots());
                return answer;
            });

            assertThat(other.get()).isEqualTo(422);
            assertThat(shop.promise(first, PICKUP_SLOT).windowStartAt()).isEqualTo(hour);
        } finally {
            clerk.shutdown();
        }
    }

    private boolean waitsForSlots() {
        return new Sql(database)
                        .number("select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                + " and database = (select oid from pg_database where datname = current_database())")
                > 0;
    }

    private static int reschedule(UUID promise, Instant dueAt) {
        return ApiClient.COUNTER
                .request()
                .header("If-Match", "\"v0\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body("{\"dueAt\": \"" + dueAt + "\", \"reason\": \"DESK_BUSY\"}")
                .post("/api/v1/promises/" + promise + "/reschedule")
                .statusCode();
    }

    @Test
    void nothing_is_offered_at_a_point_that_there_is_not_and_nothing_that_is_not_sold() {
        String options = "/api/v1/promise-options?kind=PICKUP_READY&payment=ON_PICKUP&lines=";
        ApiClient.STOREFRONT
                .get(options + sku + ":1&pickupPoint=WAW-O1")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("pickupPoint"));
        ApiClient.STOREFRONT
                .get(options + sku + ":1&pickupPoint=WAREHOUSE")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("pickupPoint"));
        ApiClient.STOREFRONT
                .get(options + "NO-SUCH-THING:1&pickupPoint=WAW-01")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("lines"));
    }

    private List<Instant> free(UUID order) {
        List<String> starts = ApiClient.STOREFRONT
                .get("/api/v1/promise-options?kind=PICKUP_SLOT&journeyId=" + order + "&requestedAt="
                        + shop.now()
                                .plus(1, ChronoUnit.DAYS)
                                .atZone(WARSAW)
                                .with(LocalTime.of(11, 30))
                                .toInstant())
                .statusCode(200)
                .extract()
                .path("options.windowStartAt");
        return starts.stream()
                .map(start -> OffsetDateTime.parse(start).toInstant())
                .toList();
    }

    private static ValidatableResponse agree(UUID order, Instant startsAt) {
        return ApiClient.STOREFRONT.post("/api/v1/pickups/" + order + "/slot", "{\"startsAt\": \"" + startsAt + "\"}");
    }

    private void stock(String point, int pieces) {
        ApiClient.WAREHOUSE
                .put("/api/v1/stock/" + point + "/" + sku, "{\"onHand\": " + pieces + "}")
                .statusCode(200);
    }

    private UUID place(String point) {
        OrderPlaced order = shop.order(PaymentMethod.ON_PICKUP, null, Shop.line(sku, 1));
        return shop.place(new OrderPlaced(
                order.orderNumber(),
                order.customerId(),
                order.language(),
                order.payment(),
                point,
                order.lines(),
                order.total(),
                null,
                order.placedAt()));
    }

    private void invite(UUID order) {
        shop.confirm(order);
        shop.awaitFact(order, EventTypes.READY_FOR_PICKUP, 1);
        shop.tellReady(order, 1);
        shop.awaitInvited(order);
    }

    private static LocalTime timeOf(Instant at) {
        return at.atZone(WARSAW).toLocalTime();
    }
}
