package io.orderjourney.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Magento (Adobe Commerce): webhooks of {@code observer.sales_order_place_after}, signed with the shop's private key in
 * {@code x-adobe-commerce-webhook-signature}; comments of an order over the REST API with an integration's token.
 */
final class Magento implements ShopPlatform {

    private static final String PEM = "-----(BEGIN|END) PUBLIC KEY-----|\\s";

    private final PublicKey key;
    private final PlatformApi api;
    private final Defaults defaults;

    /**
     * @param publicKey of the webhooks' configuration, as PEM
     * @throws IllegalStateException if it is none
     */
    Magento(String publicKey, URI shop, String token, Defaults defaults) {
        this.key = key(publicKey);
        this.defaults = defaults;
        this.api = new PlatformApi(shop, "Authorization", "Bearer " + token);
    }

    private static PublicKey key(String pem) {
        try {
            byte[] bytes = Base64.getDecoder().decode(pem.replaceAll(PEM, ""));
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("Magento's public key is an RSA key as PEM", e);
        }
    }

    @Override
    public String name() {
        return "magento";
    }

    @Override
    public String prefix() {
        return "MAG-";
    }

    @Override
    public boolean isGenuine(PlatformCall call) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(call.body());
            return signature.verify(Base64.getDecoder().decode(call.header("x-adobe-commerce-webhook-signature", "")));
        } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
            return false;
        }
    }

    @Override
    public Optional<ShopOrder> placed(PlatformCall call, JsonNode body) {
        JsonNode order = body.at("/data/order");
        if (order.isMissingNode()) {
            return Optional.empty();
        }
        JsonNode shipping = shippingAddress(order);
        boolean collected = order.path("shipping_method").asText().matches("(instore|pickup)_.*") || shipping.isEmpty();
        String currency = order.path("order_currency_code").asText();
        return Optional.of(new ShopOrder(
                order.path("entity_id").asText(),
                Reading.joined(order.path("customer_firstname"), order.path("customer_lastname")),
                Reading.text(order.path("customer_email")),
                Reading.phone(Reading.text(order.path("billing_address").path("telephone")), defaults.callingCode()),
                defaults.language(),
                defaults.payment(
                        order.path("payment").path("method").asText(),
                        Reading.amount(order.path("total_due")).signum() == 0),
                collected
                        ? null
                        : Reading.address(
                                street(shipping.path("street")),
                                shipping.path("postcode"),
                                shipping.path("city"),
                                shipping.path("country_id")),
                currency,
                lines(order, currency)));
    }

    private static JsonNode shippingAddress(JsonNode order) {
        return order.at("/extension_attributes/shipping_assignments/0/shipping/address");
    }

    private static String street(JsonNode street) {
        List<String> parts = new ArrayList<>();
        street.forEach(part -> parts.add(part.asText()));
        return String.join(" ", parts).strip();
    }

    /** A configurable article stands there twice: what the customer chose, and its parent with the price. The parent counts. */
    private static List<ShopOrder.Line> lines(JsonNode order, String currency) {
        List<ShopOrder.Line> lines = new ArrayList<>();
        for (JsonNode item : order.path("items")) {
            if (item.hasNonNull("parent_item_id")) {
                continue;
            }
            int quantity = item.path("qty_ordered").asInt();
            BigDecimal amount = Reading.amount(item.path("row_total_incl_tax"))
                    .subtract(Reading.amount(item.path("discount_amount")));
            lines.add(new ShopOrder.Line(
                    Reading.sku(item.path("sku").asText()),
                    Reading.text(item.path("name"), "-"),
                    quantity,
                    Reading.minorOfOne(amount, quantity, currency)));
        }
        return lines;
    }

    @Override
    public void showDate(String reference, OffsetDateTime dueAt, String told) throws IOException, InterruptedException {
        comment(reference, told + " (" + Reading.iso(dueAt) + ")", true);
    }

    @Override
    public void tellStaff(String reference, String text) throws IOException, InterruptedException {
        comment(reference, text, false);
    }

    private void comment(String reference, String text, boolean shown) throws IOException, InterruptedException {
        String comments = "/rest/V1/orders/" + reference + "/comments";
        for (JsonNode before :
                api.require("GET", comments, PlatformApi.JSON.missingNode()).path("items")) {
            if (before.path("comment").asText().equals(text)) {
                return;
            }
        }
        ObjectNode body = PlatformApi.JSON.createObjectNode();
        body.putObject("statusHistory")
                .put("comment", text)
                .put("parent_id", Long.parseLong(reference))
                // The customer hears of dates from Order Journey; a second mail would be one too many.
                .put("is_customer_notified", 0)
                .put("is_visible_on_front", shown ? 1 : 0);
        api.require("POST", comments, body);
    }
}
