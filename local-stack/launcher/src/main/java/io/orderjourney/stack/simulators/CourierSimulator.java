package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The courier: reads the number on a parcel's label, and tells the shop where the parcel is, in the words of the shop's API. */
final class CourierSimulator {

    private static final String REPORTED = "reported";
    private static final Set<String> REPORTS =
            Set.of("ETA", "OUT_FOR_DELIVERY", "DELIVERED", "NOT_AT_HOME", "BROUGHT_BACK");

    private final Ledger ledger;
    private final Callbacks callbacks;
    private final InstantSource clock;
    private final String shop;
    private final Map<String, JsonNode> parcels = new LinkedHashMap<>();
    private int reports;

    /** @param shop fulfillment-service's base URL */
    CourierSimulator(Ledger ledger, Callbacks callbacks, InstantSource clock, String shop) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.clock = clock;
        this.shop = shop;
        ledger.forEach(entry -> {
            if (entry.kind().equals(REPORTED)) {
                parcels.put(entry.reference(), entry.detail());
                reports++;
            }
        });
    }

    /**
     * Reports a parcel to the shop, now or at a later business time.
     *
     * @param fields {@code report}, with ETA {@code etaAt}, and {@code at} if it is not now
     */
    synchronized JsonNode report(String parcel, ObjectNode fields) {
        String report = Simulators.text(fields, "report");
        if (!REPORTS.contains(report)) {
            throw new BadRequest(
                    "'report' is one of " + REPORTS.stream().sorted().toList() + ".");
        }
        Instant at = fields.hasNonNull("at") ? instant(fields, "at") : clock.instant();
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("report", report);
        if (report.equals("ETA")) {
            body.put("etaAt", instant(fields, "etaAt").toString());
        }
        body.put("reportedAt", at.toString());
        reports++;
        ledger.write(REPORTED, parcel, body);
        parcels.put(parcel, body);
        callbacks.plan(new Callback(
                "courier-" + parcel + "-" + reports,
                parcel,
                at,
                "POST",
                shop + "/api/v1/parcels/" + parcel + "/reports",
                body));
        return body;
    }

    /** The last report of each parcel. */
    synchronized Map<String, JsonNode> parcels() {
        return new LinkedHashMap<>(parcels);
    }

    private static Instant instant(ObjectNode fields, String field) {
        try {
            return Instant.parse(Simulators.text(fields, field));
        } catch (DateTimeException unreadable) {
            throw new BadRequest("'" + field + "' is written like 2026-03-05T11:00:00Z.");
        }
    }
}
