package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every desk has its queue on the screen: what is due first, and what the system asks for. Next updates that are due are given;
 * some of the questions for a new date are answered before the system reschedules.
 */
final class QueueReaders implements Worker {

    private static final Map<String, String> SERVICES = services();
    /** Money is paid back, and who cannot be written to is called. */
    private static final Set<String> DONE_AT_ONCE = Set.of("REFUND", "CALL_CUSTOMER");

    private static final double ANSWERS_SHARE = 0.4;
    private static final Duration WORD_AHEAD = Duration.ofMinutes(150);
    private static final String NOTIFICATION = "/notification-service/api/v1/";

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    QueueReaders(ApiClient api, TrafficProfile profile) {
        this.api = api;
        this.profile = profile;
    }

    private static Map<String, String> services() {
        Map<String, String> services = new LinkedHashMap<>();
        services.put("SALES", "order-service");
        services.put("CREDIT", "credit-service");
        services.put("WAREHOUSE", "fulfillment-service");
        services.put("PICKUP_POINT", "fulfillment-service");
        services.put("CUSTOMER_CARE", "order-service");
        return services;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        SERVICES.keySet().stream().filter(openDesks::contains).forEach(desk -> {
            work.add(Worker.doing(() -> giveWords(desk, now)));
            work.add(Worker.doing(() -> answerQuestions(desk)));
        });
        return work;
    }

    private void giveWords(String desk, Instant now) {
        JsonNode queue = api.get(role(desk), NOTIFICATION + "promises?desk=" + desk + "&limit=50")
                .ok();
        for (JsonNode promise : queue.path("items")) {
            boolean soon = SigningDesk.instant(promise, "dueAt").isBefore(now.plus(WORD_AHEAD));
            if (promise.path("kind").asText().equals("NEXT_UPDATE")
                    && soon
                    && answered.add(promise.path("id").asText())) {
                String word = "We are on it, and will write again as soon as there is news.";
                api.post(
                        role(desk),
                        NOTIFICATION + "next-updates/" + promise.path("id").asText(),
                        "{\"text\":\"" + word + "\"}");
            }
        }
    }

    private void answerQuestions(String desk) {
        JsonNode tasks = api.get(role(desk), NOTIFICATION + "desk-tasks?desk=" + desk + "&limit=50")
                .ok();
        for (JsonNode task : tasks.path("items")) {
            String promiseId = task.path("promiseId").asText("");
            if (DONE_AT_ONCE.contains(task.path("task").asText())) {
                api.post(
                        role(desk),
                        NOTIFICATION + "desk-tasks/" + task.path("id").asText() + "/completion",
                        "{\"outcome\":\"done\"}");
                continue;
            }
            boolean asked = task.path("task").asText().equals("NEW_DATE") && !promiseId.isEmpty();
            if (asked
                    && answered.add(task.path("id").asText())
                    && profile.happens(promiseId, "answers", ANSWERS_SHARE)) {
                nameDate(desk, promiseId);
            }
        }
    }

    private void nameDate(String desk, String promiseId) {
        String service = "/" + SERVICES.get(desk) + "/api/v1/";
        Shop.Response promise = api.get(role(desk), service + "promises/" + promiseId);
        if (!ApiClient.done(promise) || promise.body().hasNonNull("windowStartAt")) {
            return;
        }
        JsonNode options = api.get(
                        role(desk),
                        service + "promise-options?kind="
                                + promise.body().path("kind").asText() + "&journeyId="
                                + promise.body().path("journeyId").asText())
                .body()
                .path("options");
        JsonNode first = options.path(0);
        if (first.hasNonNull("dueAt")) {
            api.post(
                    role(desk),
                    service + "promises/" + promiseId + "/reschedule",
                    "{\"dueAt\":\"" + first.path("dueAt").asText() + "\",\"reason\":\"DESK_BUSY\"}",
                    promise.etag());
        }
    }

    private static String role(String desk) {
        return desk.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
