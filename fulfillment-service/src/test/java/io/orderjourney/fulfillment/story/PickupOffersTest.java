package io.orderjourney.fulfillment.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.orderjourney.contracts.PaymentMethod;
import io.orderjourney.contracts.PromiseKind;
import io.orderjourney.contracts.orders.PickupOffer;
import io.orderjourney.promises.SignedOffer;
import io.orderjourney.promises.usecase.CurrentTerms;
import io.orderjourney.testservers.JourneyServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(JourneyServers.class)
class PickupOffersTest {

    @Inject
    Shop shop;

    @Inject
    CurrentTerms terms;

    @Inject
    @ConfigProperty(name = "journey.offers.secret")
    String secret;

    private String sku = "";

    @BeforeEach
    void in_business_hours() {
        shop.openTheCounter();
        sku = Shop.freshSku("PHONE");
    }

    @Test
    void the_offer_is_signed_for_this_basket_until_its_time() {
        ApiClient.stock(sku, 5);
        JsonPath first = options("payment=ON_PICKUP&lines=" + sku + ":2&language=pl");
        String token = first.getString("options[0].offer");
        String subject = SignedOffer.subjectOf("WAW-01", "ON_PICKUP", Map.of(sku, 2));
        SignedOffer offer = SignedOffer.verify(token, secret, subject, shop.now());

        assertThat(first.getList("options")).hasSize(3);
        assertThat(first.getString("options[0].told")).startsWith("Zam");
        assertThat(offer.readyBy())
                .isEqualTo(OffsetDateTime.parse(first.getString("options[0].dueAt"))
                        .toInstant());
        Instant lastMoment = offer.expiresAt();
        assertThat(lastMoment)
                .isEqualTo(offer.offeredAt().plus(terms.get().policy().offerValidFor()));
        assertThat(SignedOffer.verify(token, secret, subject, lastMoment)).isEqualTo(offer);
        assertThatExceptionOfType(SignedOffer.ExpiredOffer.class)
                .isThrownBy(() -> SignedOffer.verify(token, secret, subject, lastMoment.plusMillis(1)));
        assertThatExceptionOfType(SignedOffer.InvalidOffer.class)
                .as("another basket")
                .isThrownBy(() -> SignedOffer.verify(
                        token, secret, SignedOffer.subjectOf("WAW-01", "ON_PICKUP", Map.of(sku, 3)), shop.now()));
        assertThatExceptionOfType(SignedOffer.InvalidOffer.class)
                .as("forged")
                .isThrownBy(
                        () -> SignedOffer.verify(token, "another-secret-that-is-long-enough-too", subject, shop.now()));
        assertThatExceptionOfType(SignedOffer.InvalidOffer.class)
                .as("changed on the way")
                .isThrownBy(() -> SignedOffer.verify(
                        (token.charAt(0) == 'e' ? 'f' : 'e') + token.substring(1), secret, subject, shop.now()));
    }

    @Test
    void an_accepted_offer_becomes_the_promise() {
        ApiClient.stock(sku, 5);
        String token = options("payment=ON_PICKUP&lines=" + sku + ":1").getString("options[1].offer");
        SignedOffer offer = SignedOffer.verify(
                token, secret, SignedOffer.subjectOf("WAW-01", "ON_PICKUP", Map.of(sku, 1)), shop.now());

        UUID order = shop.place(shop.order(
                PaymentMethod.ON_PICKUP,
                new PickupOffer(offer.offerId(), offer.readyBy(), offer.precision(), offer.offeredAt()),
                Shop.line(sku, 1)));

        assertThat(shop.promise(order, PromiseKind.PICKUP_READY).firstPromisedAt())
                .isEqualTo(offer.readyBy());
    }

    @Test
    void goods_on_their_way_are_offered_for_a_day_after_they_come() {
        Instant eta = shop.now().plus(Duration.ofDays(6)).truncatedTo(ChronoUnit.MILLIS);
        ApiClient.purchase(sku, 1, eta);

        JsonPath options = options("payment=ON_PICKUP&lines=" + sku + ":1");
        assertThat(OffsetDateTime.parse(options.getString("options[0].dueAt")).toInstant())
                .isAfter(eta);

        // Another customer takes the only piece: it is not offered again.
        shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        assertThat(options("payment=ON_PICKUP&lines=" + sku + ":1").getList("options"))
                .isEmpty();
    }

    @Test
    void a_credit_takes_longer_than_paying_at_the_counter() {
        ApiClient.stock(sku, 5);

        assertThat(due(options("payment=CREDIT&lines=" + sku + ":1")))
                .isAfter(due(options("payment=ON_PICKUP&lines=" + sku + ":1")));
    }

    @Test
    void the_earliest_day_is_granted_on_request_and_an_earlier_one_refused() {
        ApiClient.stock(sku, 5);
        String question = "payment=CREDIT&lines=" + sku + ":1";
        String earliest = options(question).getString("options[0].dueAt");
        ApiClient.STOREFRONT
                .request()
                .queryParam("requestedAt", earliest)
                .get(path(question))
                .then()
                .statusCode(200)
                .body("options", hasSize(1))
                .body("options[0].dueAt", equalTo(earliest));
        ApiClient.STOREFRONT
                .get(path(question) + "&requestedAt=" + shop.now())
                .statusCode(422)
                .body("code", equalTo("promise-refused"))
                .body("nextPossibleAt", startsWith(earliest.substring(0, 16)));
    }

    @Test
    void a_malformed_basket_is_refused_naming_the_parameter() {
        for (String question : List.of(
                "payment=CREDIT&lines=" + sku,
                "payment=CREDIT&lines=",
                "payment=CREDIT&lines=" + sku + ":0",
                "payment=BARTER&lines=" + sku + ":1",
                "lines=" + sku + ":1")) {
            ApiClient.STOREFRONT.get(path(question)).statusCode(400).body("code", equalTo("parameter-invalid"));
        }
        ApiClient.STOREFRONT
                .get("/api/v1/promise-options?kind=PICKUP_READY")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("pickupPoint"));
    }

    @Test
    void a_clerk_may_ask_for_another_day_of_an_existing_order() {
        ApiClient.stock(sku, 5);
        UUID order = shop.place(PaymentMethod.ON_PICKUP, sku, 1);
        ApiClient.COUNTER
                .get("/api/v1/promise-options?kind=PICKUP_READY&journeyId=" + order)
                .statusCode(200)
                .body("options", hasSize(1))
                .body("options[0].dueAt", notNullValue());
        ApiClient.COUNTER
                .get("/api/v1/promise-options?kind=PICKUP_SLOT&journeyId=" + order)
                .statusCode(200)
                .body("options[0].windowStartAt", notNullValue());
    }

    @Test
    void case_D1_a_window_needs_a_journey_and_a_kind_of_another_service_names_its_owner() {
        ApiClient.COUNTER
                .get("/api/v1/promise-options?kind=PICKUP_SLOT")
                .statusCode(400)
                .body("errors[0].parameter", equalTo("journeyId"));
        ApiClient.COUNTER
                .get("/api/v1/promise-options?kind=CONFIRMATION_CALL")
                .statusCode(404)
                .body("owner", equalTo("order-service"));
    }

    private static Instant due(JsonPath options) {
        return OffsetDateTime.parse(options.getString("options[0].dueAt")).toInstant();
    }

    private static JsonPath options(String question) {
        return ApiClient.STOREFRONT
                .get(path(question))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String path(String question) {
        return "/api/v1/promise-options?kind=PICKUP_READY&pickupPoint=WAW-01&" + question;
    }
}
