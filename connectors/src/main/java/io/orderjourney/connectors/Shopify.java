package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shopify: webhooks of topic {@code orders/create}, signed with the app's client secret in {@code X-Shopify-Hmac-Sha256}; metafields over
 * the GraphQL Admin API with an access token. GraphQL answers 200 to a mutation that it refuses, so its errors are read.
 */
final class Shopify implements ShopPlatform {

    private static final String GRAPHQL = "/admin/api/2026-07/graphql.json";
    private static final String SET = """
            mutation promisedFor($fields: [MetafieldsSetInput!]!) {
              metafieldsSet(metafields: $fields) { userErrors { field message } }
            }
            """;

    private final String secret;
    private final PlatformApi api;
    private final Defaults defaults;

    Shopify(String secret, URI shop, String accessToken, Defaults defaults) {
        this.secret = secret;
        this.defaults = defaults;
        this.api = new PlatformApi(shop, "X-Shopify-Access-Token", accessToken);
    }

    @Override
    public String name() {
        return "shopify";
    }

    @Override
    public String prefix() {
        return "SHP-";
    }

    @Override
    public boolean isGenuine(PlatformCall call) {
        return call.isSigned("X-Shopify-Hmac-Sha256", secret);
    }

    @Override
    public Optional<ShopOrder> placed(PlatformCall call, JsonNode order) {
        if (!call.header("X-Shopify-Topic", "").equals("orders/create")) {
            return Optional.empty();
        }
        JsonNode shipping = order.path("shipping_address");
        JsonNode customer = order.path("customer");
        String name = Reading.joined(customer.path("first_name"), customer.path("last_name"));
        String phone = Reading.text(order.path("phone"));
        String currency = order.path("currency").asText();
        return Optional.of(new ShopOrder(
                order.path("id").asText(),
                name.isEmpty() ? Reading.text(order.path("billing_address").path("name"), "-") : name,
                Reading.text(order.path("email")),
                Reading.phone(phone == null ? Reading.text(shipping.path("phone")) : phone, defaults.callingCode()),
                Reading.language(Reading.text(order.path("customer_locale")), defaults.language()),
                defaults.payment(
                        order.path("payment_gateway_names").path(0).asText(),
                        order.path("financial_status").asText().equals("paid")),
                Reading.address(
                        Reading.joined(shipping.path("address1"), shipping.path("address2")),
                        shipping.path("zip"),
                        shipping.path("city"),
                        shipping.path("country_code")),
                currency,
                lines(order, currency)));
    }

    /** Prices of a shop that sells with taxes included; otherwise the taxes of the line are added. */
    private static List<ShopOrder.Line> lines(JsonNode order, String currency) {
        boolean included = order.path("taxes_included").asBoolean();
        List<ShopOrder.Line> lines = new ArrayList<>();
        for (JsonNode line : order.path("line_items")) {
            int quantity = line.path("quantity").asInt();
            BigDecimal amount = Reading.amount(line.path("price")).multiply(BigDecimal.valueOf(quantity));
            for (JsonNode discount : line.path("discount_allocations")) {
                amount = amount.subtract(Reading.amount(discount.path("amount")));
            }
            for (JsonNode tax : line.path("tax_lines")) {
                amount = included ? amount : amount.add(Reading.amount(tax.path("price")));
            }
            lines.add(new ShopOrder.Line(
                    Reading.sku(Reading.text(
                            line.path("sku"), line.path("variant_id").asText())),
                    Reading.text(line.path("name"), "-"),
                    quantity,
                    Reading.minorOfOne(amount, quantity, currency)));
        }
        return lines;
    }

    @Override
    public void showDate(String reference, OffsetDateTime dueAt, String told) throws IOException, InterruptedException {
        ObjectNode body = PlatformApi.JSON.createObjectNode().put("query", SET);
        var fields = body.putObject("variables").putArray("fields");
        field(fields.addObject(), reference, "promised_for", "date_time", Reading.iso(dueAt));
        field(fields.addObject(), reference, "promised_text", "single_line_text_field", told);
        set(body);
    }

    @Override
    public void tellStaff(String reference, String text) throws IOException, InterruptedException {
        ObjectNode body = PlatformApi.JSON.createObjectNode().put("query", SET);
        field(
                body.putObject("variables").putArray("fields").addObject(),
                reference,
                "not_taken",
                "single_line_text_field",
                text);
        set(body);
    }

    private void set(ObjectNode body) throws IOException, InterruptedException {
        JsonNode answer = api.require("POST", GRAPHQL, body);
        if (!answer.path("errors").isEmpty()
                || !answer.at("/data/metafieldsSet/userErrors").isEmpty()) {
            throw new IOException("Shopify did not set the fields");
        }
    }

    private static void field(ObjectNode field, String reference, String key, String type, String value) {
        field.put("ownerId", "gid://shopify/Order/" + reference)
                .put("namespace", "order_journey")
                .put("key", key)
                .put("type", type)
                .put("value", value);
    }
}
