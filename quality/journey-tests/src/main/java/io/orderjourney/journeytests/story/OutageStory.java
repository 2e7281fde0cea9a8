package io.orderjourney.journeytests.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Checks;
import io.orderjourney.journeytests.shop.Mailbox;
import io.orderjourney.journeytests.shop.Shop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * On a Saturday at eleven the shop's mail falls silent, and the company that runs it has no support at weekends. A customer ordered
 * ten minutes before.
 */
final class OutageStory extends ShortStory {

    private static final String API = "/notification-service/api/v1";
    private static final String HEARTBEAT = "mail-from-outside";
    private static final String EWA = "+48600700990";
    private static final String ADAM = "+48600700991";
    private static final String PLAN = """
            {"updateEvery":"PT2H","answerWithin":"PT10M","promiseKinds":["CONFIRMATION_CALL"],"channelDown":"EMAIL",
             "holdsCampaigns":true,"steps":["POST_ONLINE","RESCHEDULE","FOLLOW_UP"],
             "callOrder":[{"name":"Ewa","phone":"%s","language":"pl"},{"name":"Adam","phone":"%s","language":"en"}]}
            """.formatted(EWA, ADAM);

    private final Mailbox ewa;
    private final Mailbox adam;

    OutageStory(Shop shop, Checks checks) {
        super(shop, checks, "orders.before.it", "+48600700861");
        this.ewa = new Mailbox(shop, "ewa@nowhere.example", EWA);
        this.adam = new Mailbox(shop, "adam@nowhere.example", ADAM);
    }

    @Override
    public void play() {
        begin(1);
        shop.put("management", API + "/incident-plans/MAIL_DOWN", PLAN).ok();
        shop.advance(Duration.between(shop.now(), timeline.at(6, 10, 50)));
        order("ON_PICKUP");
        passUntilTold("We have your order", 1);
        int mails = mails();
        String key = shop.put(
                        "management",
                        API + "/heartbeats/" + HEARTBEAT,
                        "{\"kind\":\"MAIL_DOWN\",\"intervalSeconds\":300}")
                .ok()
                .path("key")
                .asText();
        beat(key);

        String incident = theMachineNotices();
        somebodyIsCalled(incident);
        customersAreReassured(incident);
        checks.that(mails() == mails, "nothing was sent by the mail that is down");
        itEnds(incident, key);
        theOrderGoesOn();
    }

    private String theMachineNotices() {
        timeline.passUntil(shop.now().plus(Duration.ofMinutes(6)));
        JsonNode incident = incident();
        checks.that(
                incident.path("openedBy").asText().equals("heartbeat:" + HEARTBEAT),
                "a machine noticed the silence on a Saturday");
        return incident.path("id").asText();
    }

    private JsonNode incident() {
        for (JsonNode one : shop.get("management", API + "/incidents").ok().path("items")) {
            if (one.path("kind").asText().equals("MAIL_DOWN")) {
                return one;
            }
        }
        throw new IllegalStateException("No incident of the mail");
    }

    private void somebodyIsCalled(String incident) {
        ewa.look();
        checks.that(
                ewa.all().stream().anyMatch(text -> text.text().contains("/desk/incidents/" + incident)),
                "who is on duty was called");
        timeline.passUntil(shop.now().plus(Duration.ofMinutes(11)));
        adam.look();
        checks.that(!adam.all().isEmpty(), "the next one was called when the first did not answer");
        happens(incident, "{\"event\":\"TAKE\"}");
    }

    private void customersAreReassured(String incident) {
        String one = API + "/incidents/" + incident;
        checks.that(
                shop.get("storefront", API + "/campaign-hold").ok().path("held").asBoolean(),
                "no campaign goes out while the shop cannot be reached");
        checks.that(
                shop.get("management", one + "/posts").ok().path("items").size() == 4,
                "the text for the profiles is there in four languages");
        JsonNode first = shop.get("management", one + "/affected-promises?limit=1")
                .ok()
                .path("items")
                .path(0);
        checks.that(
                first.path("journeyId").asText().equals(orderId()),
                "who ordered moments before stands first in the list");

        shop.post("management", one + "/reschedule-plans", "{}").ok();
        shop.settle();
        checks.that(
                shop.get("management", one + "/reschedule-plan")
                        .ok()
                        .path("state")
                        .asText()
                        .equals("READY"),
                "a dry run says where the promises would go");
        shop.post("management", one + "/reschedule-plan/execution", "").ok();
        Instant limit = shop.now().plus(Duration.ofHours(1));
        while (!wasTexted("sorry") && shop.now().isBefore(limit)) {
            timeline.passUntil(shop.now().plus(Duration.ofMinutes(5)));
        }
        checks.that(
                wasTexted("sorry"), "the customer heard of the new time by text message, before the old one passed");
        happens(incident, "{\"event\":\"STEP_DONE\",\"step\":\"POST_ONLINE\"}");
    }

    private boolean wasTexted(String what) {
        return mailbox().all().stream()
                .anyMatch(message ->
                        message.channel().equals("SMS") && message.text().contains(what));
    }

    private int mails() {
        return (int) mailbox().all().stream()
                .filter(message -> message.channel().equals("e-mail"))
                .count();
    }

    private void itEnds(String incident, String key) {
        beat(key);
        timeline.look();
        checks.that(
                shop.get("management", API + "/incidents/" + incident)
                        .ok()
                        .path("incident")
                        .path("state")
                        .asText()
                        .equals("RESOLVED"),
                "it ended when the monitor spoke again");
        happens(incident, "{\"event\":\"CLOSE\",\"text\":\"A partner with support at weekends\"}");
        checks.that(
                !shop.get("storefront", API + "/campaign-hold")
                        .ok()
                        .path("held")
                        .asBoolean(),
                "campaigns go on");
        // A monitor that falls silent again would be the next incident.
        respond(request("")
                .header("Authorization", "Bearer " + shop.token("management"))
                .DELETE());
    }

    /** The telephones worked all day: by the evening it is as if nothing had been. */
    private void theOrderGoesOn() {
        timeline.passUntil(timeline.at(6, 15, 30));
        call("REACHED");
        passUntilTold("Ready for pickup", 1);
        timeline.passUntil(timeline.at(6, 18, 0));
        checks.that(new Desks(shop, orderId(), checks).handsOver(), "the counter handed the phone over");
        timeline.look();
        checkEnd("COMPLETED");
    }

    private void happens(String incident, String event) {
        shop.post("management", API + "/incidents/" + incident + "/events", event)
                .ok();
        timeline.look();
    }

    /** The monitor has its own key, and no token. */
    private void beat(String key) {
        respond(request("/beats")
                .header("Heartbeat-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"up\":true}")));
    }

    private HttpRequest.Builder request(String below) {
        return HttpRequest.newBuilder(
                URI.create(shop.address("notification-service") + "/api/v1/heartbeats/" + HEARTBEAT + below));
    }

    private void respond(HttpRequest.Builder request) {
        try {
            int status = HttpClient.newHttpClient()
                    .send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            checks.that(status / 100 == 2, "the service takes what is said of the monitor");
        } catch (IOException away) {
            throw new IllegalStateException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
