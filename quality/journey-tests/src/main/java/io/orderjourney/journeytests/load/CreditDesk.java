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

/** Calls customers about their credit and hands complete applications to the bank. */
final class CreditDesk implements Worker {

    static final String APPLICATIONS = "/credit-service/api/v1/applications";

    private static final double LATE_SHARE = 0.05;
    private static final double NO_ANSWER_SHARE = 0.07;
    private static final double CALL_LATER_SHARE = 0.04;

    private final Doors doors;
    private final Habits habits;
    private final int hands;
    private final Agenda agenda = new Agenda();
    private final Set<String> calledInVain = ConcurrentHashMap.newKeySet();

    /** @param hands how many calls are made between two looks at the queue */
    CreditDesk(Doors doors, Habits habits, int hands) {
        this.doors = doors;
        this.habits = habits;
        this.hands = hands;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("CREDIT")) {
            return work;
        }
        for (JsonNode line : doors.all("credit", APPLICATIONS + "?state=CALL_DUE")) {
            String id = line.path("id").asText();
            String reference = line.path("orderNumber").asText();
            String matter = id + (calledInVain.contains(id) ? " again" : "");
            if (agenda.isTime(matter, now, delay(reference, calledInVain.contains(id))) && work.size() < hands) {
                work.add(Worker.doing(() -> call(id, reference, now)));
            }
        }
        return work;
    }

    private Duration delay(String reference, boolean again) {
        if (again) {
            return habits.between(reference, "credit again", Duration.ofMinutes(40), Duration.ofMinutes(150));
        }
        return habits.happens(reference, "late credit call", LATE_SHARE)
                ? habits.between(reference, "credit call", Duration.ofHours(4), Duration.ofHours(9))
                : habits.between(reference, "credit call", Duration.ofMinutes(5), Duration.ofMinutes(140));
    }

    private void call(String id, String reference, Instant now) {
        Shop.Answer seen = doors.get("credit", APPLICATIONS + "/" + id);
        boolean first = calledInVain.add(id);
        String outcome = "{\"outcome\":\"REACHED\",\"applicationComplete\":true}";
        boolean reached = true;
        if (first && habits.happens(reference, "no credit answer", NO_ANSWER_SHARE)) {
            outcome = "{\"outcome\":\"NO_ANSWER\"}";
            reached = false;
        } else if (first && habits.happens(reference, "credit later", CALL_LATER_SHARE)) {
            outcome = "{\"outcome\":\"CALL_LATER\",\"callAgainAt\":\"" + SalesDesk.inTwoHours(now) + "\"}";
            reached = false;
        }
        Shop.Answer called = doors.post("credit", APPLICATIONS + "/" + id + "/calls", outcome, seen.etag());
        if (reached && Doors.done(called)) {
            doors.post("credit", APPLICATIONS + "/" + id + "/submission", "{}");
        }
    }
}
