package io.orderjourney.browsertests;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.util.UUID;

/** What the storefront does for a customer: goods on the shelf, and an order. */
final class Customers {

    static final String POINT = "WAW-01";

    private final Shop shop;

    Customers(Shop shop) {
        this.shop = shop;
    }

    /**
     * An order that was placed.
     *
     * @param number what people call it by
     */
    record Placed(String journeyId, String number, String mail) {}

    /** An order for one phone that lies on the shelf. */
    Placed order(String name, String payment, String language) {
        shop.put("warehouse", "/fulfillment-service/api/v1/stock/" + POINT + "/PHONE-S5", "{\"onHand\":20}")
                .ok();
        String mail = "customer." + UUID.randomUUID() + "@example.org";
        JsonNode order = shop.post("storefront", "/order-service/api/v1/orders", """
                        {"customer":{"name":"%s","email":"%s","phone":"+48600700800","language":"%s"},
                         "payment":"%s","pickupPoint":"%s",
                         "lines":[{"sku":"PHONE-S5","name":"Phone S5","quantity":1,
                                   "unitPrice":{"amountMinor":189900,"currency":"PLN"}}],
                         "total":{"amountMinor":189900,"currency":"PLN"}}
                        """.formatted(
                                name, mail, language, payment, POINT))
                .ok()
                .path("order");
        shop.settle();
        return new Placed(
                order.path("journeyId").asText(), order.path("orderNumber").asText(), mail);
    }

    /** The same, after SALES has reached the customer. */
    Placed confirmedOrder(String name, String payment, String language) {
        Placed placed = order(name, payment, language);
        String path = "/order-service/api/v1/orders/" + placed.journeyId();
        Shop.Response order = shop.get("sales", path);
        order.ok();
        shop.post("sales", path + "/confirmation-calls", "{\"outcome\":\"REACHED\"}", order.etag())
                .ok();
        shop.settle();
        return placed;
    }
}
