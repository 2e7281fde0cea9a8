package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/** Answers what customers ask beside their orders; who waits for goods that did not come hears that after some days. */
final class CareDesk implements Worker {

    private static final String INQUIRIES = "/order-service/api/v1/inquiries";
    private static final Duration LOOK = Duration.ofMinutes(15);
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final Duration ALERT_GIVEN_UP = Duration.ofDays(4);

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Storefront storefront;
    private final Agenda agenda = new Agenda();
    private Instant nextLookAt = Instant.MIN;

    CareDesk(ApiClient api, TrafficProfile profile, Storefront storefront) {
        this.api = api;
        this.profile = profile;
        this.storefront = storefront;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("CUSTOMER_CARE") || !openDesks.contains("SALES") || now.isBefore(nextLookAt)) {
            return work;
        }
        nextLookAt = now.plus(LOOK);
        for (JsonNode line : api.all("customer-care", INQUIRIES)) {
            String id = line.path("journeyId").asText();
            PlannedQuestion question = storefront.asked().get(id);
            if (question != null && agenda.isTime(id, now, delay(question))) {
                agenda.set(id, now.plus(AGAIN));
                work.add(Worker.doing(() -> reply(id, question)));
            }
        }
        return work;
    }

    private Duration delay(PlannedQuestion question) {
        return question.isStockAlert()
                ? ALERT_GIVEN_UP
                : profile.between(question.reference(), "reply", Duration.ofMinutes(10), Duration.ofMinutes(170));
    }

    private void reply(String id, PlannedQuestion question) {
        String words = question.isStockAlert()
                ? "The supplier does not bring it any more. The model that follows it is on the shelf from today on."
                : "Yes, there is a blue one, and it costs the same. You can order it today.";
        String etag = api.get("customer-care", INQUIRIES + "/" + id).etag();
        api.post("customer-care", INQUIRIES + "/" + id + "/replies", "{\"text\":\"" + words + "\"}", etag);
    }
}
