package io.orderjourney.stack.simulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderjourney.stack.http.BadRequest;
import io.orderjourney.stack.http.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bank: takes applications, decides them, sends papers after the agreement, and tells the shop of both by signed calls.
 * An application is known by the shop's reference, so that asking again is harmless.
 */
final class BankSimulator {

    private static final String ACCEPTED = "accepted";
    private static final String REPEATED = "repeated";
    private static final String DECIDED = "decided";
    private static final String AGREEMENT = "agreement";
    private static final String WITHDRAWN = "withdrawn";
    private static final String APPROVED_MINOR = "approvedMinor";

    private final Ledger ledger;
    private final Callbacks callbacks;
    private final InstantSource clock;
    private final String shop;
    private final Map<String, BankApplication> applications = new LinkedHashMap<>();

    /** {@code shop} is where calls go when an application names no place: credit-service's base URL. */
    BankSimulator(Ledger ledger, Callbacks callbacks, InstantSource clock, String shop) {
        this.ledger = ledger;
        this.callbacks = callbacks;
        this.clock = clock;
        this.shop = shop;
        ledger.forEach(this::recall);
    }

    private void recall(LedgerEntry entry) {
        switch (entry.kind()) {
            case ACCEPTED -> {
                BankApplication application = Json.read(entry.detail(), BankApplication.class);
                applications.put(application.reference(), application);
            }
            case DECIDED ->
                applications.computeIfPresent(
                        entry.reference(),
                        (reference, application) -> application.decided(
                                Instant.parse(entry.detail().path("decidedAt").asText()),
                                BankDecision.valueOf(
                                        entry.detail().path("decision").asText()),
                                entry.detail().hasNonNull(APPROVED_MINOR)
                                        ? entry.detail().path(APPROVED_MINOR).asLong()
                                        : null));
            case AGREEMENT ->
                applications.computeIfPresent(
                        entry.reference(), (reference, application) -> application.agreed(entry.at()));
            case WITHDRAWN ->
                applications.computeIfPresent(
                        entry.reference(), (reference, application) -> application.withdrawn(entry.at()));
            default -> {
                // Callbacks restore their own entries, repeats change nothing.
            }
        }
    }

    /** Takes an application, or returns the first result for a repeated one. */
    synchronized BankApplication apply(String reference, JsonNode asked, BankBehaviour behaviour) {
        BankApplication known = applications.get(reference);
        if (known != null) {
            ledger.write(REPEATED, reference, Map.of("same", known.asked().equals(asked)));
            if (!known.asked().equals(asked)) {
                throw new BadRequest(409, "Application " + reference + " was made with another body before.");
            }
            return known;
        }
        Instant now = clock.instant();
        BankApplication taken = new BankApplication(
                reference,
                "B-" + (100_001 + applications.size()),
                asked,
                now.plus(behaviour.decisionPromise()),
                null,
                null,
                null,
                0,
                null,
                null);
        applications.put(reference, taken);
        ledger.write(ACCEPTED, reference, taken);
        return behaviour.actsByItself()
                ? decide(reference, behaviour.decision(), null, now.plus(behaviour.decisionDelay()))
                : taken;
    }

    /**
     * Decides an application at a business time, now or later; replaces a decision that was not called out yet. A bank that
     * decides again after it called does so under a number of its own.
     *
     * @param approvedMinor what it lends, in the smallest unit; null for all that was asked for
     */
    synchronized BankApplication decide(
            String reference, BankDecision decision, @Nullable Long approvedMinor, Instant at) {
        BankApplication before = demand(reference);
        boolean again = before.decisions() > 0 && !callbacks.drop(decisionCall(before));
        BankApplication application = before.decided(at, decision, approvedMinor);
        applications.put(reference, application);
        Map<String, Object> decided = new LinkedHashMap<>();
        decided.put("decision", decision);
        decided.put("decidedAt", at);
        if (approvedMinor != null) {
            decided.put(APPROVED_MINOR, approvedMinor);
        }
        ledger.write(DECIDED, reference, decided);
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("reference", reference);
        body.put("bankReference", application.bankReference() + (again ? "/" + application.decisions() : ""));
        body.put("decision", decision.name());
        body.put("decidedAt", at.toString());
        if (decision == BankDecision.APPROVED) {
            body.set("approvedAmount", application.approvedAmount());
        }
        callbacks.plan(new Callback(
                decisionCall(application), reference, at, "POST", url(application, "/api/v1/bank/decisions"), body));
        return application;
    }

    private static String decisionCall(BankApplication application) {
        String first = "decision-" + application.reference();
        return application.decisions() > 1 ? first + "-" + application.decisions() : first;
    }

    /** Learns that the customer signed, which lets the papers go. */
    synchronized BankApplication agree(String reference, JsonNode agreement, BankBehaviour behaviour) {
        BankApplication application = demand(reference);
        if (application.agreementAt() != null) {
            ledger.write(REPEATED, reference, Map.of("what", AGREEMENT));
            return application;
        }
        Instant now = clock.instant();
        BankApplication agreed = application.agreed(now);
        applications.put(reference, agreed);
        ledger.write(AGREEMENT, reference, agreement);
        if (behaviour.actsByItself()) {
            Instant arrival = now.plus(behaviour.papersDelay());
            sendPapers(reference, "SENT", now, arrival);
            sendPapers(reference, "DELIVERED", arrival, arrival);
        }
        return agreed;
    }

    /** Learns that the customer does not take the credit: whatever it still had to report, it keeps to itself. */
    synchronized BankApplication withdraw(String reference) {
        BankApplication application = demand(reference);
        if (application.withdrawnAt() != null) {
            ledger.write(REPEATED, reference, Map.of("what", WITHDRAWN));
            return application;
        }
        BankApplication withdrawn = application.withdrawn(clock.instant());
        applications.put(reference, withdrawn);
        ledger.write(WITHDRAWN, reference, Map.of());
        callbacks.drop(decisionCall(application));
        callbacks.drop("papers-sent-" + reference);
        callbacks.drop("papers-delivered-" + reference);
        return withdrawn;
    }

    /** Tells the shop where the papers are, at a business time. */
    synchronized void sendPapers(String reference, String status, Instant at, @Nullable Instant expectedAt) {
        BankApplication application = demand(reference);
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("reference", reference);
        body.put("status", status);
        if (expectedAt != null) {
            body.put("expectedAt", expectedAt.toString());
        }
        body.put("occurredAt", at.toString());
        callbacks.plan(new Callback(
                "papers-" + status.toLowerCase(java.util.Locale.ROOT) + "-" + reference,
                reference,
                at,
                "POST",
                url(application, "/api/v1/bank/papers"),
                body));
    }

    synchronized BankApplication demand(String reference) {
        BankApplication application = applications.get(reference);
        if (application == null) {
            throw FaultInjector.notFound("application " + reference);
        }
        return application;
    }

    /** What the shop may see of it now: a decision that lies ahead is not made yet. */
    synchronized Map<String, Object> view(BankApplication application) {
        Map<String, Object> view = new LinkedHashMap<>();
        Instant decisionAt = application.decisionAt();
        BankDecision decision = application.decision();
        boolean decided = decisionAt != null && decision != null && !decisionAt.isAfter(clock.instant());
        view.put("reference", application.reference());
        view.put("bankReference", application.bankReference());
        view.put("status", decided && decision != null ? decision.name() : "UNDER_REVIEW");
        view.put("expectedDecisionAt", application.expectedDecisionAt());
        if (decided && decisionAt != null) {
            view.put("decidedAt", decisionAt);
        }
        if (decided && decision == BankDecision.APPROVED) {
            view.put("approvedAmount", application.approvedAmount());
        }
        if (application.agreementAt() != null) {
            view.put("agreementAt", application.agreementAt());
        }
        if (application.withdrawnAt() != null) {
            view.put("withdrawnAt", application.withdrawnAt());
        }
        return view;
    }

    /** The place an application names may be the service's address or the full address of one door. */
    private String url(BankApplication application, String path) {
        String named = application.asked().path("callbackUrl").asText("");
        int door = named.indexOf("/api/v1/");
        String base = named.isBlank() ? shop : door < 0 ? named : named.substring(0, door);
        return base.replaceAll("/+$", "") + path;
    }
}
