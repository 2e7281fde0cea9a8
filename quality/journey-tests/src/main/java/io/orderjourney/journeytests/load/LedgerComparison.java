package io.orderjourney.journeytests.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what a service reports with what the events say. */
final class LedgerComparison {

    private LedgerComparison() {}

    /** Compares one journey's promises with the watch's ledger of them. */
    static void compare(JourneyFacts journey, JsonNode ledger, Instant now, Findings findings) {
        Map<String, JsonNode> entries = new HashMap<>();
        ledger.path("items").forEach(entry -> entries.put(entry.path("id").asText(), entry));
        findings.that(
                entries.keySet().equals(journey.promises.keySet()),
                "the ledger has every promise and no other",
                journey.id + ": " + entries.keySet() + " instead of " + journey.promises.keySet());
        journey.promises.values().forEach(promise -> {
            JsonNode entry = entries.get(promise.id);
            if (entry != null) {
                compare(promise, entry, now, findings);
            }
        });
    }

    private static void compare(PromiseFacts promise, JsonNode entry, Instant now, Findings findings) {
        findings.that(
                promise.firstPromisedAt.equals(instant(entry, "firstPromisedAt")),
                "the first promised date never changed",
                promise + " but " + entry);
        findings.that(
                promise.dueAt().equals(instant(entry, "dueAt"))
                        && promise.revision() == entry.path("revision").asInt(),
                "the ledger has the latest promised date",
                promise + " but " + entry);
        findings.that(
                Objects.equals(promise.keptAt, instant(entry, "keptAt"))
                        && Objects.equals(promise.withdrawnAt, instant(entry, "withdrawnAt")),
                "the ledger has the end of the promise",
                promise + " but " + entry);
        findings.that(
                promise.outcome(now).name().equals(entry.path("ledgerStatus").asText()),
                "the ledger counts a promise as the events do",
                promise.outcome(now) + " but " + entry.path("ledgerStatus").asText() + ": " + promise);
    }

    /** Compares a journey's state on the compacted topic with its answer card. */
    static void compareCard(JourneyFacts journey, @Nullable JsonNode state, JsonNode card, Findings findings) {
        String rule = "the topic of journeys agrees with the answer card";
        if (state == null) {
            findings.that(false, rule, journey.id + " is not on the topic");
            return;
        }
        Map<String, JsonNode> lines = new HashMap<>();
        card.path("promises").forEach(line -> lines.put(line.path("id").asText(), line));
        boolean same = state.path("stage").asText().equals(card.path("stage").asText())
                && state.path("open").asBoolean() == card.path("open").asBoolean()
                && state.path("orderNumber")
                        .asText()
                        .equals(card.path("orderNumber").asText())
                && state.path("promises").size() == lines.size();
        for (JsonNode promise : state.path("promises")) {
            JsonNode line = lines.get(promise.path("promiseId").asText());
            same &= line != null
                    && Objects.equals(instant(promise, "dueAt"), instant(line, "dueAt"))
                    && Objects.equals(instant(promise, "keptAt"), instant(line, "keptAt"))
                    && Objects.equals(instant(promise, "withdrawnAt"), instant(line, "withdrawnAt"));
        }
        findings.that(same, rule, journey.id + ": " + state + " but " + card);
        findings.that(
                card.path("promises").size() == journey.promises.size(),
                "the answer card shows every promise",
                journey.id + ": " + card.path("promises").size() + " of " + journey.promises.size());
    }

    private static @Nullable Instant instant(JsonNode node, String field) {
        return node.hasNonNull(field) ? SigningDesk.instant(node, field) : null;
    }
}
