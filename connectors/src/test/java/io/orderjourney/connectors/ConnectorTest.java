package io.orderjourney.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.contracts.Hmac;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A connector between the APIs of three platforms and that of order-service, each of which keeps a ledger. */
class ConnectorTest {

    private static final String SECRET = "a secret of the platform's webhooks";
    private static final String OURS = "whsec_b3JkZXItam91cm5leS1vcmRlci1qb3VybmV5";
    private static final String JOURNEY = "019bb179-fba3-7cde-9689-2bbebbf6c5fe";
    private static KeyPair magento;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private SimulatedApi orders;
    private SimulatedApi platform;
    private Connector connector;

    @BeforeAll
    static void key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        magento = generator.generateKeyPair();
    }

    @BeforeEach
    void start() throws IOException {
        orders = new SimulatedApi("Authorization");
        orders.answers("POST /api/v1/orders", 201, "{}");
        platform = new SimulatedApi("X-Shopify-Access-Token");
        Map<String, String> settings = new HashMap<>();
        for (String name : new String[] {"WOOCOMMERCE", "SHOPIFY", "MAGENTO"}) {
            settings.put(name + "_URL", platform.address().toString());
        }
        settings.put("WOOCOMMERCE_WEBHOOK_SECRET", SECRET);
        settings.put("WOOCOMMERCE_CONSUMER_KEY", "ck_1");
        settings.put("WOOCOMMERCE_CONSUMER_SECRET", "cs_1");
        settings.put("SHOPIFY_CLIENT_SECRET", SECRET);
        settings.put("SHOPIFY_ACCESS_TOKEN", "shpat_1");
        settings.put("MAGENTO_ACCESS_TOKEN", "token");
        settings.put(
                "MAGENTO_WEBHOOK_PUBLIC_KEY",
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(magento.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        Defaults defaults = new Defaults("WAW-01", "+48", "pl", Set.of("raty_bank"));
        connector = new Connector(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new OrderJourney(orders.address(), "storefront"),
                ConnectorMain.platforms(settings, defaults),
                OURS,
                defaults,
                Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        connector.close();
        platform.close();
        orders.close();
    }

    @Test
    void an_order_of_woocommerce_is_placed_with_what_the_customer_pays_for_each_piece() throws Exception {
        assertThat(woocommerce("order.created", SECRET)).isEqualTo(204);

        SimulatedApi.Asked asked = orders.only("POST");
        assertThat(asked.who()).isEqualTo("Bearer storefront");
        JsonNode order = asked.body();
        assertThat(order.path("orderNumber").asText()).isEqualTo("WOO-727");
        assertThat(order.path("payment").asText()).isEqualTo("PREPAID");
        assertThat(order.path("pickupPoint").asText()).isEqualTo("WAW-01");
        assertThat(order.has("deliveryAddress")).isFalse();
        assertThat(order.at("/customer/name").asText()).isEqualTo("Jan Kowalski");
        assertThat(order.at("/customer/phone").asText()).isEqualTo("+48501234567");
        assertThat(order.at("/customer/language").asText()).isEqualTo("pl");
        assertThat(order.at("/lines/0/sku").asText()).isEqualTo("PHN-NOVA-X5-256-BLK");
        assertThat(order.at("/lines/0/unitPrice/amountMinor").asLong()).isEqualTo(239_899);
        assertThat(order.at("/lines/1/sku").asText())
                .as("an article without a number is known by its id")
                .isEqualTo("22");
        assertThat(order.at("/lines/1/unitPrice/amountMinor").asLong()).isEqualTo(950);
        assertThat(order.at("/total/amountMinor").asLong()).isEqualTo(239_899 + 2 * 950);
    }

    @Test
    void an_order_of_shopify_goes_to_the_address_and_is_in_the_customers_language() throws Exception {
        assertThat(shopify("orders/create", SECRET)).isEqualTo(204);

        JsonNode order = orders.only("POST").body();
        assertThat(order.path("orderNumber").asText()).isEqualTo("SHP-5823476129901");
        assertThat(order.at("/customer/language").asText()).isEqualTo("sl");
        assertThat(order.at("/customer/phone").asText()).isEqualTo("+38640123456");
        assertThat(order.at("/deliveryAddress/city").asText()).isEqualTo("Ljubljana");
        assertThat(order.at("/deliveryAddress/country").asText()).isEqualTo("SI");
        assertThat(order.has("pickupPoint")).isFalse();
        assertThat(order.at("/total/amountMinor").asLong()).isEqualTo(118_900);
        assertThat(order.at("/total/currency").asText()).isEqualTo("EUR");
    }

    @Test
    void an_order_of_magento_on_credit_has_each_article_once() throws Exception {
        assertThat(magento(signed(fixture("magento-order.json")))).isEqualTo(204);

        JsonNode order = orders.only("POST").body();
        assertThat(order.path("orderNumber").asText()).isEqualTo("MAG-41");
        assertThat(order.path("payment").asText()).isEqualTo("CREDIT");
        assertThat(order.path("pickupPoint").asText()).isEqualTo("WAW-01");
        assertThat(order.at("/customer/phone").asText()).isEqualTo("+48600100200");
        assertThat(order.path("lines")).hasSize(1);
        assertThat(order.at("/lines/0/sku").asText()).isEqualTo("PHONE-S5-BLK");
        assertThat(order.at("/total/amountMinor").asLong()).isEqualTo(129_900);
    }

    @Test
    void what_is_not_signed_by_the_platform_is_refused() throws Exception {
        assertThat(woocommerce("order.created", "another secret of somebody")).isEqualTo(401);
        assertThat(shopify("orders/create", "another secret of somebody")).isEqualTo(401);
        assertThat(magento("")).isEqualTo(401);
        assertThat(magento(signed("{}".getBytes(StandardCharsets.UTF_8)))).isEqualTo(401);

        assertThat(orders.asked()).isEmpty();
    }

    @Test
    void what_tells_of_something_else_is_taken_and_changes_nothing() throws Exception {
        assertThat(woocommerce("order.updated", SECRET)).isEqualTo(204);
        assertThat(shopify("orders/cancelled", SECRET)).isEqualTo(204);
        assertThat(post(
                        "/shops/woocommerce",
                        "webhook_id=1".getBytes(StandardCharsets.UTF_8),
                        Map.of(
                                "Content-Type",
                                "application/x-www-form-urlencoded",
                                "X-WC-Webhook-Signature",
                                hmac("webhook_id=1".getBytes(StandardCharsets.UTF_8), SECRET))))
                .isEqualTo(204);

        assertThat(orders.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "409, order-number-taken, 204",
        "422, idempotency-key-reused, 204",
        "409, idempotency-key-in-progress, 503",
        "503, intake-busy, 503",
        "401, unauthorized, 503"
    })
    void the_platform_is_asked_to_come_again_unless_the_order_is_known(int status, String code, int answered)
            throws Exception {
        orders.answers("POST /api/v1/orders", status, "{\"code\": \"" + code + "\"}");

        assertThat(woocommerce("order.created", SECRET)).isEqualTo(answered);
        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_taken_is_told_to_the_shops_staff_where_they_look() throws Exception {
        orders.answers(
                "POST /api/v1/orders",
                422,
                "{\"code\": \"validation\", \"detail\": \"Something is wrong.\", \"errors\": [{\"pointer\": \"/lines/1/sku\", \"detail\": \"Unknown article\"}]}");

        assertThat(woocommerce("order.created", SECRET)).isEqualTo(204);

        SimulatedApi.Asked note = platform.only("POST");
        assertThat(note.path()).isEqualTo("/wp-json/wc/v3/orders/727/notes");
        assertThat(note.body().path("note").asText()).contains("/lines/1/sku: Unknown article");
        assertThat(note.body().path("customer_note").asBoolean(true)).isFalse();
    }

    @Test
    void a_date_is_shown_at_woocommerces_order() throws Exception {
        promised("WOO-727");

        SimulatedApi.Asked put = platform.only("PUT");
        assertThat(put.path()).isEqualTo("/wp-json/wc/v3/orders/727");
        assertThat(put.body().at("/meta_data/0/value").asText()).isEqualTo("2026-03-04T16:00:00+01:00");
        assertThat(put.body().at("/meta_data/1/value").asText()).isEqualTo("W środę do 16:00");
    }

    @Test
    void a_date_is_shown_at_shopifys_order_and_a_refusal_inside_a_200_is_one() throws Exception {
        String graphql = "POST /admin/api/2026-07/graphql.json";
        platform.answers(graphql, 200, "{\"data\": {\"metafieldsSet\": {\"userErrors\": []}}}");
        assertThat(promised("SHP-5823476129901")).isEqualTo(204);
        SimulatedApi.Asked set = platform.only("POST");
        assertThat(set.who()).isEqualTo("shpat_1");
        assertThat(set.body().at("/variables/fields/0/ownerId").asText())
                .isEqualTo("gid://shopify/Order/5823476129901");
        assertThat(set.body().at("/variables/fields/0/type").asText()).isEqualTo("date_time");

        platform.answers(graphql, 200, "{\"data\": {\"metafieldsSet\": {\"userErrors\": [{\"message\": \"no\"}]}}}");
        assertThat(promised("SHP-5823476129901")).isEqualTo(503);
    }

    @Test
    void a_date_is_a_comment_of_magentos_order_once() throws Exception {
        assertThat(promised("MAG-41")).isEqualTo(204);
        JsonNode comment = platform.only("POST").body().path("statusHistory");
        assertThat(comment.path("comment").asText()).startsWith("W środę do 16:00");
        assertThat(comment.path("is_customer_notified").asInt(1)).isZero();

        platform.answers(
                "GET /rest/V1/orders/41/comments",
                200,
                "{\"items\": [{\"comment\": \"" + comment.path("comment").asText() + "\"}]}");
        assertThat(promised("MAG-41")).isEqualTo(204);
        assertThat(platform.only("POST").path()).isEqualTo("/rest/V1/orders/41/comments");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-100042", "SHOP-1"})
    void the_date_of_an_order_from_elsewhere_is_nobodys_here(String number) throws Exception {
        assertThat(promised(number)).isEqualTo(204);

        assertThat(platform.asked()).isEmpty();
    }

    @Test
    void a_platform_that_is_away_is_told_again_later() throws Exception {
        platform.answers("PUT /wp-json/wc/v3/orders/727", 502, "");

        assertThat(promised("WOO-727")).isEqualTo(503);
    }

    @Test
    void only_order_journey_tells_of_promises() throws Exception {
        assertThat(post("/order-journey", "{}".getBytes(StandardCharsets.UTF_8), Map.of()))
                .isEqualTo(401);
        assertThat(post("/elsewhere", new byte[0], Map.of())).isEqualTo(404);
        assertThat(post("/shops/woocommerce/", new byte[0], Map.of())).isEqualTo(404);
    }

    /** Order Journey's webhook about a journey of this order, whose promise of being ready is open. */
    private int promised(String number) throws Exception {
        orders.answers("GET /api/v1/journeys/" + JOURNEY, 200, """
                {"orderNumber": "%s", "promises": [
                  {"kind": "CONFIRMATION_CALL", "dueAt": "2026-03-02T12:00:00+01:00", "told": "Dziś"},
                  {"kind": "PICKUP_READY", "dueAt": "2026-03-03T16:00:00+01:00", "told": "Jutro", "withdrawnAt": "2026-03-02T12:00:00+01:00"},
                  {"kind": "PICKUP_READY", "dueAt": "2026-03-04T16:00:00+01:00", "told": "W środę do 16:00"}]}
                """.formatted(number));
        byte[] body = ("{\"type\": \"promises.promise-rescheduled.v1\", \"journeyId\": \"" + JOURNEY + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(Clock.systemUTC().instant().getEpochSecond());
        byte[] mac = Hmac.agreed(OURS).get(0).sign(("msg_1." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
        return post(
                "/order-journey",
                body,
                Map.of(
                        "webhook-id",
                        "msg_1",
                        "webhook-timestamp",
                        timestamp,
                        "webhook-signature",
                        "v1,other v1," + Base64.getEncoder().encodeToString(mac)));
    }

    private int woocommerce(String topic, String secret) throws Exception {
        byte[] body = fixture("woocommerce-order.json");
        return post(
                "/shops/woocommerce",
                body,
                Map.of("X-WC-Webhook-Topic", topic, "X-WC-Webhook-Signature", hmac(body, secret)));
    }

    private int shopify(String topic, String secret) throws Exception {
        byte[] body = fixture("shopify-order.json");
        return post(
                "/shops/shopify", body, Map.of("X-Shopify-Topic", topic, "X-Shopify-Hmac-Sha256", hmac(body, secret)));
    }

    private int magento(String signature) throws Exception {
        return post(
                "/shops/magento",
                fixture("magento-order.json"),
                Map.of("x-adobe-commerce-webhook-signature", signature));
    }

    private static String signed(byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(magento.getPrivate());
        signature.update(body);
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    private static String hmac(byte[] body, String secret) {
        return Base64.getEncoder()
                .encodeToString(Hmac.of(secret.getBytes(StandardCharsets.UTF_8)).sign(body));
    }

    private static byte[] fixture(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/platforms", name));
    }

    private int post(String path, byte[] body, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.port() + path))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
