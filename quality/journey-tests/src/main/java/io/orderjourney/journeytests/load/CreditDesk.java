package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Calls customers about their credit and hands complete applications to the bank. */
final class CreditDesk implements Worker {

    static final String APPLICATIONS = "/credit-service/api/v1/applications";

    private static final double LATE_SHARE = 0.05;
    private static final double NO_ANSWER_SHARE = 0.07;
    private static final double CALL_LATER_SHARE = 0.04;

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Function<String, Course> courses;
    private final int callsPerStep;
    private final Agenda agenda = new Agenda();
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    /**
     * @param courses how an order goes, by its journey
     * @param callsPerStep how many calls are made between two looks at the queue
     */
    CreditDesk(ApiClient api, TrafficProfile profile, Function<String, Course> courses, int callsPerStep) {
        this.api = api;
        this.profile = profile;
        this.courses = courses;
        this.callsPerStep = callsPerStep;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("CREDIT")) {
            return work;
        }
        for (JsonNode line : api.all("credit", APPLICATIONS + "?state=CALL_DUE")) {
            String id = line.path("id").asText();
            String reference = line.path("orderNumber").asText();
            String matter = id + (unanswered.contains(id) ? " again" : "");
            if (agenda.isTime(matter, now, delay(reference, unanswered.contains(id))) && work.size() < callsPerStep) {
                work.add(Worker.doing(() -> call(id, reference, now)));
            }
        }
        return work;
    }

    private Duration delay(String reference, boolean again) {
        if (again) {
            return profile.between(reference, "credit again", Duration.ofMinutes(40), Duration.ofMinutes(150));
        }
        return profile.happens(reference, "late credit call", LATE_SHARE)
                ? profile.between(reference, "credit call", Duration.ofHours(4), Duration.ofHours(9))
                : profile.between(reference, "credit call", Duration.ofMinutes(5), Duration.ofMinutes(140));
    }

    private void call(String id, String reference, Instant now) {
        Shop.Response seen = api.get("credit", APPLICATIONS + "/" + id);
        boolean first = unanswered.add(id);
        String outcome = "{\"outcome\":\"REACHED\",\"applicationComplete\":true}";
        boolean complete = true;
        if (first && courses.apply(seen.body().path("journeyId").asText()) == Course.CREDIT_DOCUMENTS_LATER) {
            outcome = "{\"outcome\":\"REACHED\",\"applicationComplete\":false}";
            complete = false;
        } else if (first && profile.happens(reference, "no credit answer", NO_ANSWER_SHARE)) {
            outcome = "{\"outcome\":\"NO_ANSWER\"}";
            complete = false;
        } else if (first && profile.happens(reference, "credit later", CALL_LATER_SHARE)) {
            outcome = "{\"outcome\":\"CALL_LATER\",\"callBackAt\":\"" + SalesDesk.inTwoHours(now) + "\"}";
            complete = false;
        }
        Shop.Response called = api.post("credit", APPLICATIONS + "/" + id + "/calls", outcome, seen.etag());
        if (complete && ApiClient.done(called)) {
            api.post("credit", APPLICATIONS + "/" + id + "/submissions", "{}");
        }
    }
}
