package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Instant;
import java.time.OffsetDateTime;

/** What a customer wrote to the shop, and what its people write back; a journey of its own. */
final class Dialogue {

    private static final String API = "/order-service/api/v1/";

    private final Shop shop;
    private final String id;

    private Dialogue(Shop shop, String id) {
        this.shop = shop;
        this.id = id;
    }

    /** @param door where it comes in: {@code inquiries} or {@code complaints} */
    static Dialogue begun(Shop shop, String door, String body) {
        return new Dialogue(
                shop,
                shop.post("storefront", API + door, body).ok().path("journeyId").asText());
    }

    String id() {
        return id;
    }

    JsonNode read() {
        return shop.get("customer-care", path("")).ok();
    }

    boolean isOpen() {
        return read().path("open").asBoolean();
    }

    /** The last promise of this kind; a missing node if there is none. */
    JsonNode promise(String kind) {
        JsonNode last = MissingNode.getInstance();
        for (JsonNode promise : read().path("promises")) {
            last = promise.path("kind").asText().equals(kind) ? promise : last;
        }
        return last;
    }

    /** @throws java.time.format.DateTimeParseException if nothing of this kind was promised */
    Instant dueAt(String kind) {
        return OffsetDateTime.parse(promise(kind).path("dueAt").asText()).toInstant();
    }

    /** A desk answers. */
    Shop.Response reply(String who, String text) {
        return send(who, "{\"text\":\"%s\"}".formatted(text));
    }

    /** A desk says that the answer needs longer, until when, and that it waits for a supplier. */
    Shop.Response putOff(String who, String text, Instant until) {
        return send(
                who,
                "{\"text\":\"%s\",\"interim\":{\"answerDueAt\":\"%s\",\"waitsFor\":\"SUPPLIER\"}}"
                        .formatted(text, until.atZone(Timeline.SHOP_ZONE).toOffsetDateTime()));
    }

    private Shop.Response send(String who, String body) {
        return shop.post(who, path("/replies"), body, shop.get(who, path("")).etag());
    }

    /** Customer care promises that the box of the next order is marked. */
    void promiseMarkedBox() {
        shop.post("customer-care", path("/corrections"), "{\"care\":\"MARK_BOX\"}")
                .ok();
    }

    /** What was promised for the next order, and with which one it was done. */
    JsonNode markedBox() {
        return shop.get("customer-care", path("/corrections"))
                .ok()
                .path("items")
                .path(0);
    }

    private String path(String below) {
        return API + "inquiries/" + id + below;
    }
}
