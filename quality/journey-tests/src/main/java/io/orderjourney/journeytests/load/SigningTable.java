package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Customers come to the hour that was agreed with them and sign, if the expert is there. A few come late, and one in a
 * hundred forgets the first time.
 */
final class SigningTable implements Worker {

    private static final Duration LOOK = Duration.ofMinutes(15);
    private static final double LATE_SHARE = 0.02;
    private static final double FORGETS_SHARE = 0.01;

    private final Doors doors;
    private final Habits habits;
    private final Agenda visits = new Agenda();
    private final ConcurrentLinkedQueue<String> inVain = new ConcurrentLinkedQueue<>();
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();
    private Instant nextLookAt = Instant.MIN;

    SigningTable(Doors doors, Habits habits) {
        this.doors = doors;
        this.habits = habits;
    }

    /** Visits that did not end with what they were agreed for. */
    List<String> inVain() {
        return List.copyOf(inVain);
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("CREDIT") || now.isBefore(nextLookAt)) {
            return work;
        }
        nextLookAt = now.plus(LOOK);
        for (JsonNode line : doors.all("credit", CreditDesk.APPLICATIONS + "?state=APPROVED")) {
            String id = line.path("id").asText();
            String reference = line.path("orderNumber").asText();
            if (visits.isTime(id, now, Duration.ZERO)) {
                work.add(Worker.doing(() -> visit(id, reference, now)));
            }
        }
        return work;
    }

    private void visit(String id, String reference, Instant now) {
        Shop.Answer seen = doors.get("credit", CreditDesk.APPLICATIONS + "/" + id);
        JsonNode appointment = seen.body().path("appointment");
        if (!appointment.hasNonNull("startsAt")) {
            plan(id, now.plus(LOOK));
            return;
        }
        Instant startsAt = instant(appointment, "startsAt");
        Instant comesAt = startsAt.plus(lateness(reference));
        if (comesAt.isAfter(now)) {
            plan(id, comesAt);
            return;
        }
        boolean firstTime = remembered.add(id);
        if (firstTime && habits.happens(reference, "forgets", FORGETS_SHARE)) {
            plan(id, startsAt.plus(Duration.ofMinutes(75)));
            return;
        }
        if (!appointment.path("assured").asBoolean()) {
            inVain.add(reference + ": no expert at " + startsAt);
            plan(id, now.plus(LOOK));
            return;
        }
        String expert = appointment.path("expertId").asText();
        Shop.Answer signed = doors.post(
                "credit", CreditDesk.APPLICATIONS + "/" + id + "/signature", "{\"expertId\":\"" + expert + "\"}");
        if (!Doors.done(signed)) {
            inVain.add(reference + ": " + signed.status() + " "
                    + signed.body().path("detail").asText());
            plan(id, now.plus(LOOK));
        }
    }

    private Duration lateness(String reference) {
        return habits.happens(reference, "late to sign", LATE_SHARE)
                ? Duration.ofMinutes(40)
                : habits.between(reference, "to sign", Duration.ZERO, Duration.ofMinutes(20));
    }

    private void plan(String id, Instant at) {
        synchronized (visits) {
            visits.set(id, at);
        }
    }

    static Instant instant(JsonNode node, String field) {
        return OffsetDateTime.parse(node.path(field).asText()).toInstant();
    }
}
