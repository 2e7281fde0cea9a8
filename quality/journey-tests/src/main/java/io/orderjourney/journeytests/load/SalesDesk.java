package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.QuietWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Calls customers to confirm their orders, in the order of the desk's queue; a few calls are late, a few do not reach anybody. */
final class SalesDesk implements Worker {

    private static final String NO_ANSWER = "{\"outcome\":\"NO_ANSWER\"}";
    private static final double LATE_SHARE = 0.05;
    private static final double NO_ANSWER_SHARE = 0.08;
    private static final double CALL_LATER_SHARE = 0.05;

    /** After so many attempts it is the customer's turn. */
    private static final int ATTEMPTS = 3;

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Function<String, Course> courses;
    private final int callsPerStep;
    private final Agenda agenda = new Agenda();
    private final Set<String> laterRefused = ConcurrentHashMap.newKeySet();

    /**
     * @param courses how an order goes, by its journey
     * @param callsPerStep how many calls are made between two looks at the queue
     */
    SalesDesk(ApiClient api, TrafficProfile profile, Function<String, Course> courses, int callsPerStep) {
        this.api = api;
        this.profile = profile;
        this.courses = courses;
        this.callsPerStep = callsPerStep;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("SALES")) {
            return work;
        }
        for (JsonNode order : api.all("sales", "/order-service/api/v1/orders?queue=sales")) {
            String reference = order.path("orderNumber").asText();
            int attempts = order.path("callAttempts").asInt();
            boolean due = agenda.isTime(reference + "#" + attempts, now, delay(reference, attempts));
            if (due && attempts < ATTEMPTS && work.size() < callsPerStep) {
                work.add(Worker.doing(() -> call(order, order.path("version").asLong(), now)));
            }
        }
        return work;
    }

    private Duration delay(String reference, int attempts) {
        if (attempts > 0) {
            return profile.between(reference, "again", Duration.ofMinutes(40), Duration.ofMinutes(150));
        }
        return profile.happens(reference, "late call", LATE_SHARE)
                ? profile.between(reference, "call", Duration.ofHours(4), Duration.ofHours(9))
                : profile.between(reference, "call", Duration.ofMinutes(5), Duration.ofMinutes(140));
    }

    private void call(JsonNode order, long version, Instant now) {
        String reference = order.path("orderNumber").asText();
        boolean first = order.path("callAttempts").asInt() == 0;
        String path = "/order-service/api/v1/orders/" + order.path("journeyId").asText();
        Course course = courses.apply(order.path("journeyId").asText());
        if (course == Course.CANCELLED_ON_THE_PHONE) {
            String wish = "{\"by\":\"CUSTOMER\",\"reason\":\"changed their mind\"}";
            api.post("sales", path + "/cancellation", wish, "\"v" + version + "\"");
            return;
        }
        String outcome = "{\"outcome\":\"REACHED\"}";
        boolean asksForLater = false;
        if (course == Course.UNREACHABLE) {
            outcome = NO_ANSWER;
        } else if (first && profile.happens(reference, "no answer", NO_ANSWER_SHARE)) {
            outcome = NO_ANSWER;
        } else if (first
                && profile.happens(reference, "later", CALL_LATER_SHARE)
                && !laterRefused.contains(reference)) {
            asksForLater = true;
            outcome = "{\"outcome\":\"CALL_LATER\",\"callBackAt\":\"" + inTwoHours(now) + "\"}";
        }
        var response = api.post("sales", path + "/confirmation-calls", outcome, "\"v" + version + "\"");
        if (asksForLater && !ApiClient.done(response)) {
            // The desk is closed then, so the clerk completes the call now.
            laterRefused.add(reference);
        }
    }

    static String inTwoHours(Instant now) {
        return now.plus(Duration.ofHours(2))
                .truncatedTo(ChronoUnit.HOURS)
                .atZone(QuietWeek.SHOP_ZONE)
                .toOffsetDateTime()
                .toString();
    }
}
