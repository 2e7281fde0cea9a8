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

/** Calls customers to confirm their orders, in the order of the desk's queue; a few calls are late, a few are in vain. */
final class SalesDesk implements Worker {

    private static final double LATE_SHARE = 0.05;
    private static final double NO_ANSWER_SHARE = 0.08;
    private static final double CALL_LATER_SHARE = 0.05;

    private final Doors doors;
    private final Habits habits;
    private final int hands;
    private final Agenda agenda = new Agenda();
    private final Set<String> wishRefused = ConcurrentHashMap.newKeySet();

    /** @param hands how many calls are made between two looks at the queue */
    SalesDesk(Doors doors, Habits habits, int hands) {
        this.doors = doors;
        this.habits = habits;
        this.hands = hands;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("SALES")) {
            return work;
        }
        for (JsonNode item : doors.all("sales", "/order-service/api/v1/orders?desk-queue")) {
            JsonNode order = item.path("order");
            String reference = order.path("orderNumber").asText();
            int attempts = order.path("callAttempts").asInt();
            boolean due = agenda.isTime(reference + "#" + attempts, now, delay(reference, attempts));
            if (due && work.size() < hands) {
                work.add(Worker.doing(() -> call(order, item.path("version").asLong(), now)));
            }
        }
        return work;
    }

    private Duration delay(String reference, int attempts) {
        if (attempts > 0) {
            return habits.between(reference, "again", Duration.ofMinutes(40), Duration.ofMinutes(150));
        }
        return habits.happens(reference, "late call", LATE_SHARE)
                ? habits.between(reference, "call", Duration.ofHours(4), Duration.ofHours(9))
                : habits.between(reference, "call", Duration.ofMinutes(5), Duration.ofMinutes(140));
    }

    private void call(JsonNode order, long version, Instant now) {
        String reference = order.path("orderNumber").asText();
        boolean first = order.path("callAttempts").asInt() == 0;
        String outcome = "{\"outcome\":\"REACHED\"}";
        boolean wishesLater = false;
        if (first && habits.happens(reference, "no answer", NO_ANSWER_SHARE)) {
            outcome = "{\"outcome\":\"NO_ANSWER\"}";
        } else if (first && habits.happens(reference, "later", CALL_LATER_SHARE) && !wishRefused.contains(reference)) {
            wishesLater = true;
            outcome = "{\"outcome\":\"CALL_LATER\",\"callAgainAt\":\"" + inTwoHours(now) + "\"}";
        }
        String door = "/order-service/api/v1/orders/" + order.path("id").asText() + "/confirmation";
        var answer = doors.post("sales", door, outcome, "\"v" + version + "\"");
        if (wishesLater && !Doors.done(answer)) {
            // The desk is closed then, so the clerk goes on with the call that he has on the line.
            wishRefused.add(reference);
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
