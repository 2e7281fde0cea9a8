package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.util.Set;

/** The people at the desks. They do what the system tells them to do, and nothing before. */
final class Desks {

    private final Shop shop;
    private final String orderId;
    private final Checks checks;

    Desks(Shop shop, String orderId, Checks checks) {
        this.shop = shop;
        this.orderId = orderId;
        this.checks = checks;
    }

    /** Whether the desk has a task of this kind about this journey in its queue. */
    boolean isAsked(String who, String desk, String task) {
        return isAsked(who, desk, Set.of(task));
    }

    /** Whether the desk's queue says in any way that this journey waits for it. */
    private boolean isTold(String who, String desk) {
        return isAsked(who, desk, Set.of("REMINDER", "NEW_DATE", "RESCHEDULED_BY_SYSTEM"));
    }

    private boolean isAsked(String who, String desk, Set<String> kinds) {
        JsonNode tasks = shop.get(who, "/notification-service/api/v1/desk-tasks?journeyId=" + orderId + "&desk=" + desk)
                .ok()
                .path("items");
        for (JsonNode one : tasks) {
            if (kinds.contains(one.path("task").asText())) {
                return true;
            }
        }
        return false;
    }

    void salesConfirms() {
        checks.that(isTold("sales", "SALES"), "SALES was told to call before it called");
        Shop.Response order = shop.get("sales", "/order-service/api/v1/orders/" + orderId);
        shop.post(
                        "sales",
                        "/order-service/api/v1/orders/" + orderId + "/confirmation-calls",
                        "{\"outcome\":\"REACHED\"}",
                        order.etag())
                .ok();
    }

    void creditDeskCalls() {
        checks.that(isTold("credit", "CREDIT"), "CREDIT was told to call before it called");
        Shop.Response application = application();
        shop.post(
                        "credit",
                        path("/calls"),
                        "{\"outcome\":\"REACHED\",\"applicationComplete\":true}",
                        application.etag())
                .ok();
        shop.post("credit", path("/submissions"), "{}", application().etag()).ok();
    }

    void expertChecksIn(String expert, String pickupPoint) {
        shop.post(
                        "credit",
                        "/credit-service/api/v1/roster/" + expert + "/check-in",
                        "{\"pickupPoint\":\"" + pickupPoint + "\"}")
                .ok();
    }

    boolean customerSigns() {
        JsonNode appointment = application().ok().path("appointment");
        boolean expertIsThere = appointment.path("confirmed").asBoolean();
        return expertIsThere
                && shop.post(
                                                "credit",
                                                path("/signatures"),
                                                "{\"expertId\":\""
                                                        + appointment
                                                                .path("expertId")
                                                                .asText() + "\"}",
                                                application().etag())
                                        .status()
                                / 100
                        == 2;
    }

    void searchesForPapers() {
        checks.that(isTold("credit", "CREDIT"), "CREDIT was told of the missing papers before it searched");
        shop.post(
                        "credit",
                        path("/papers/searches"),
                        "{\"lastSeen\":\"the bank says: delivered\"}",
                        application().etag())
                .ok();
    }

    void findsPapers() {
        shop.post("pickup-point", path("/papers"), "{}", application().etag()).ok();
    }

    boolean handsOver() {
        Shop.Response pickup = shop.get("pickup-point", "/fulfillment-service/api/v1/pickups/" + orderId);
        return shop.post(
                                        "pickup-point",
                                        "/fulfillment-service/api/v1/pickups/" + orderId + "/hand-over",
                                        "{}",
                                        pickup.etag())
                                .status()
                        / 100
                == 2;
    }

    /** The application of this order, as the credit desk sees it. */
    Shop.Response application() {
        JsonNode list = shop.get("credit", "/credit-service/api/v1/applications?journeyId=" + orderId)
                .ok();
        JsonNode first = list.path("items").path(0);
        return shop.get(
                "credit",
                "/credit-service/api/v1/applications/" + first.path("id").asText());
    }

    String applicationId() {
        return application().ok().path("id").asText();
    }

    private String path(String step) {
        return "/credit-service/api/v1/applications/" + applicationId() + step;
    }
}
