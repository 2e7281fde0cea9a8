package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * WooCommerce: webhooks of topic {@code order.created}, signed with the webhook's secret in {@code X-WC-Webhook-Signature}; the REST API
 * {@code wc/v3} with a consumer key.
 */
final class WooCommerce implements ShopPlatform {

    private static final String ORDERS = "/wp-json/wc/v3/orders/";
    private static final String FIELD = "_order_journey_promised_for";

    private final String secret;
    private final PlatformApi api;
    private final Defaults defaults;

    WooCommerce(String secret, URI shop, String consumerKey, String consumerSecret, Defaults defaults) {
        this.secret = secret;
        this.defaults = defaults;
        String pair = Base64.getEncoder()
                .encodeToString((consumerKey + ":" + consumerSecret).getBytes(StandardCharsets.UTF_8));
        this.api = new PlatformApi(shop, "Authorization", "Basic " + pair);
    }

    @Override
    public String name() {
        return "woocommerce";
    }

    @Override
    public String prefix() {
        return "WOO-";
    }

    @Override
    public boolean isGenuine(PlatformCall call) {
        return call.isSigned("X-WC-Webhook-Signature", secret);
    }

    @Override
    public Optional<ShopOrder> placed(PlatformCall call, JsonNode order) {
        if (!call.header("X-WC-Webhook-Topic", "").equals("order.created")) {
            return Optional.empty();
        }
        JsonNode billing = order.path("billing");
        JsonNode shipping = order.path("shipping");
        boolean collected = order.path("shipping_lines").isEmpty()
                || order.path("shipping_lines")
                        .path(0)
                        .path("method_id")
                        .asText()
                        .contains("pickup");
        String currency = order.path("currency").asText();
        return Optional.of(new ShopOrder(
                order.path("id").asText(),
                Reading.joined(billing.path("first_name"), billing.path("last_name")),
                Reading.text(billing.path("email")),
                Reading.phone(Reading.text(billing.path("phone")), defaults.callingCode()),
                defaults.language(),
                defaults.payment(
                        order.path("payment_method").asText(),
                        Set.of("processing", "completed")
                                        .contains(order.path("status").asText())
                                && Reading.text(order.path("date_paid")) != null),
                collected
                        ? null
                        : Reading.address(
                                Reading.joined(shipping.path("address_1"), shipping.path("address_2")),
                                shipping.path("postcode"),
                                shipping.path("city"),
                                shipping.path("country")),
                currency,
                lines(order, currency)));
    }

    private static List<ShopOrder.Line> lines(JsonNode order, String currency) {
        List<ShopOrder.Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("line_items")) {
            int quantity = line.path("quantity").asInt();
            lines.add(new ShopOrder.Line(
                    Reading.sku(Reading.text(
                            line.path("sku"), line.path("product_id").asText())),
                    Reading.text(line.path("name"), "-"),
                    quantity,
                    Reading.minorOfOne(
                            Reading.amount(line.path("total")).add(Reading.amount(line.path("total_tax"))),
                            quantity,
                            currency)));
        }
        return lines;
    }

    @Override
    public void showDate(String reference, OffsetDateTime dueAt, String told) throws IOException, InterruptedException {
        ObjectNode body = PlatformApi.JSON.createObjectNode();
        var fields = body.putArray("meta_data");
        fields.addObject().put("key", FIELD).put("value", Reading.iso(dueAt));
        fields.addObject().put("key", FIELD + "_text").put("value", told);
        api.require("PUT", ORDERS + reference, body);
    }

    @Override
    public void tellStaff(String reference, String text) throws IOException, InterruptedException {
        api.require(
                "POST",
                ORDERS + reference + "/notes",
                PlatformApi.JSON.createObjectNode().put("note", text).put("customer_note", false));
    }
}
