package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Shop;
import java.util.Set;

/** The people at the desks. They do what the system tells them to do, and nothing before; here over REST. */
public class Desks {

    /** Who staffs them for an order. */
    @FunctionalInterface
    public interface Staffing {

        Desks of(Shop shop, String orderId, Checks checks);
    }

    private final Shop shop;
    private final String orderId;
    private final Checks checks;

    public Desks(Shop shop, String orderId, Checks checks) {
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

    final void salesConfirms() {
        checks.that(isTold("sales", "SALES"), "SALES was told to call before it called");
        logConfirmationCall();
    }

    protected void logConfirmationCall() {
        Shop.Response order = shop.get("sales", "/order-service/api/v1/orders/" + orderId);
        shop.post(
                        "sales",
                        "/order-service/api/v1/orders/" + orderId + "/confirmation-calls",
                        "{\"outcome\":\"REACHED\"}",
                        order.etag())
                .ok();
    }

    final void creditDeskCalls() {
        checks.that(isTold("credit", "CREDIT"), "CREDIT was told to call before it called");
        completeApplication();
    }

    protected void completeApplication() {
        Shop.Response application = application();
        shop.post(
                        "credit",
                        path("/calls"),
                        "{\"outcome\":\"REACHED\",\"applicationComplete\":true}",
                        application.etag())
                .ok();
        shop.post("credit", path("/submissions"), "{}", application().etag()).ok();
    }

    protected void expertChecksIn(String expert, String pickupPoint) {
        shop.post(
                        "credit",
                        "/credit-service/api/v1/roster/" + expert + "/check-in",
                        "{\"pickupPoint\":\"" + pickupPoint + "\"}")
                .ok();
    }

    boolean customerSigns() {
        JsonNode appointment = application().ok().path("appointment");
        boolean expertIsThere = appointment.path("confirmed").asBoolean();
        return expertIsThere && sign(appointment.path("expertId").asText());
    }

    /** @return whether it went through */
    protected boolean sign(String expertId) {
        return shop.post(
                                        "credit",
                                        path("/signatures"),
                                        "{\"expertId\":\"" + expertId + "\"}",
                                        application().etag())
                                .status()
                        / 100
                == 2;
    }

    final void searchesForPapers() {
        checks.that(isTold("credit", "CREDIT"), "CREDIT was told of the missing papers before it searched");
        startSearch("the bank says: delivered");
    }

    protected void startSearch(String lastSeen) {
        shop.post(
                        "credit",
                        path("/papers/searches"),
                        "{\"lastSeen\":\"" + lastSeen + "\"}",
                        application().etag())
                .ok();
    }

    protected void findsPapers() {
        shop.post("pickup-point", path("/papers"), "{}", application().etag()).ok();
    }

    /** @return whether the goods left the counter */
    protected boolean handsOver() {
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
    protected final Shop.Response application() {
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
