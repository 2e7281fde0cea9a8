package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderjourney.journeytests.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Customers come to the hour that was agreed with them and sign, if the expert is there. A few come late, and one in a
 * hundred forgets the first time: only they and this table know which appointments that were.
 */
final class SigningDesk implements Worker {

    private static final Duration LOOK = Duration.ofMinutes(15);
    private static final double LATE_SHARE = 0.02;
    private static final double FORGETS_SHARE = 0.01;

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Agenda visits = new Agenda();
    private final ConcurrentLinkedQueue<String> wastedTrips = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Missed> missed = new ConcurrentLinkedQueue<>();
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();
    private final Set<String> signed = ConcurrentHashMap.newKeySet();
    private final Map<String, String> expected = new HashMap<>();
    private Instant nextLookAt = Instant.MIN;

    /** A customer was not there when this promise's agreed time began. */
    record Missed(String promiseId, Instant startsAt) {}

    SigningDesk(ApiClient api, TrafficProfile profile) {
        this.api = api;
        this.profile = profile;
    }

    /** Visits that did not end with what they were agreed for. */
    List<String> wastedTrips() {
        return List.copyOf(wastedTrips);
    }

    List<Missed> missed() {
        return List.copyOf(missed);
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("CREDIT")) {
            return work;
        }
        if (!now.isBefore(nextLookAt)) {
            nextLookAt = now.plus(LOOK);
            expected.clear();
            for (JsonNode line : api.all("credit", CreditDesk.APPLICATIONS + "?state=APPROVED")) {
                expected.put(line.path("id").asText(), line.path("orderNumber").asText());
            }
        }
        expected.forEach((id, reference) -> {
            if (!signed.contains(id) && visits.isTime(id, now, Duration.ZERO)) {
                work.add(Worker.doing(() -> visit(id, reference, now)));
            }
        });
        return work;
    }

    private void visit(String id, String reference, Instant now) {
        Shop.Response seen = api.get("credit", CreditDesk.APPLICATIONS + "/" + id);
        JsonNode appointment = seen.body().path("appointment");
        if (!appointment.hasNonNull("startsAt")) {
            plan(id, now.plus(LOOK));
            return;
        }
        Instant startsAt = instant(appointment, "startsAt");
        Instant comesAt = startsAt.plus(remembered.contains(id) ? Duration.ZERO : lateness(reference));
        if (comesAt.isAfter(now)) {
            plan(id, comesAt);
            return;
        }
        boolean firstTime = remembered.add(id);
        if (firstTime && profile.happens(reference, "forgets", FORGETS_SHARE)) {
            seen.body().path("promises").forEach(promise -> {
                if (promise.path("kind").asText().equals("SIGNING_APPOINTMENT")) {
                    missed.add(new Missed(promise.path("id").asText(), startsAt));
                }
            });
            plan(id, startsAt.plus(Duration.ofMinutes(75)));
            return;
        }
        if (!appointment.path("confirmed").asBoolean()) {
            wastedTrips.add(reference + ": no expert at " + startsAt);
            plan(id, now.plus(LOOK));
            return;
        }
        String expert = appointment.path("expertId").asText();
        Shop.Response agreed = api.post(
                "credit", CreditDesk.APPLICATIONS + "/" + id + "/signatures", "{\"expertId\":\"" + expert + "\"}");
        if (ApiClient.done(agreed)) {
            signed.add(id);
        } else {
            wastedTrips.add(reference + ": " + agreed.status() + " "
                    + agreed.body().path("detail").asText());
            plan(id, now.plus(LOOK));
        }
    }

    private Duration lateness(String reference) {
        return profile.happens(reference, "late to sign", LATE_SHARE)
                ? Duration.ofMinutes(30)
                : profile.between(reference, "to sign", Duration.ZERO, Duration.ofMinutes(20));
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
