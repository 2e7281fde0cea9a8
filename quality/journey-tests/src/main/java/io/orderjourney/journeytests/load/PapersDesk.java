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

/** Checks the bank's papers in once the bank says that they were delivered; a few must be searched for first. */
final class PapersDesk implements Worker {

    private static final Duration LOOK = Duration.ofMinutes(30);
    private static final double MISSING_SHARE = 0.04;

    private final ApiClient api;
    private final TrafficProfile profile;
    private final Agenda agenda = new Agenda();
    private final Set<String> searchedFor = ConcurrentHashMap.newKeySet();
    private Instant nextLookAt = Instant.MIN;

    PapersDesk(ApiClient api, TrafficProfile profile) {
        this.api = api;
        this.profile = profile;
    }

    @Override
    public List<Callable<Void>> workAt(Instant now, Set<String> openDesks) {
        List<Callable<Void>> work = new ArrayList<>();
        if (!openDesks.contains("PICKUP_POINT") || now.isBefore(nextLookAt)) {
            return work;
        }
        nextLookAt = now.plus(LOOK);
        for (JsonNode line : api.all("pickup-point", CreditDesk.APPLICATIONS + "?state=SIGNED")) {
            String id = line.path("id").asText();
            String reference = line.path("orderNumber").asText();
            if (agenda.isTime(id, now, Duration.ofMinutes(30))) {
                work.add(Worker.doing(() -> lookFor(id, reference, now)));
            }
        }
        return work;
    }

    private void lookFor(String id, String reference, Instant now) {
        Shop.Response seen = api.get("pickup-point", CreditDesk.APPLICATIONS + "/" + id);
        JsonNode papers = seen.body().path("papers");
        if (!papers.path("status").asText().equals("DELIVERED")) {
            Instant expectedAt = papers.hasNonNull("expectedAt") ? SigningDesk.instant(papers, "expectedAt") : now;
            Duration handling = profile.between(reference, "papers", Duration.ofMinutes(5), Duration.ofMinutes(100));
            plan(id, expectedAt.isAfter(now) ? expectedAt.plus(handling) : now.plus(LOOK));
        } else if (profile.happens(reference, "papers missing", MISSING_SHARE) && searchedFor.add(id)) {
            api.post(
                    "pickup-point",
                    CreditDesk.APPLICATIONS + "/" + id + "/papers/searches",
                    "{\"lastSeen\":\"the bank says: delivered\"}");
            plan(id, now.plus(profile.between(reference, "search", Duration.ofHours(1), Duration.ofHours(10))));
        } else {
            api.post("pickup-point", CreditDesk.APPLICATIONS + "/" + id + "/papers", "{}");
        }
    }

    private void plan(String id, Instant at) {
        synchronized (agenda) {
            agenda.set(id, at);
        }
    }
}
